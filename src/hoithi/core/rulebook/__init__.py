"""The rulebook (thể lệ): one typed, versioned document that runs a contest and prints itself."""
