"""Settings -> objects: the only package that names adapters. One topic a file; nothing here decides anything."""
