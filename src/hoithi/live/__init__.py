"""Hot paths without Django views: the exam room."""
