"""Scenarios that lie in files: those that come with the data, and those a user keeps."""
