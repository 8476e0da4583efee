"""From content that is known to be sound to HTML, one function a macro. Nothing here can fail on data."""
