"""One technology a file: everything that touches a device, a file, a model or a library."""
