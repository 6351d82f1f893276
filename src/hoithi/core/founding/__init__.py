"""What campaign a plan founds: activities, committees, agencies, tasks, questions, rulebooks."""
