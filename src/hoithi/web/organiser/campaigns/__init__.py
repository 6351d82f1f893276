"""The organiser's screens of campaigns: plans read and reviewed, activities, tasks, questions."""
