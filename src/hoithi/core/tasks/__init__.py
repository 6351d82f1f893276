"""When activities take place and until when tasks are due, which days people work, who holds."""
