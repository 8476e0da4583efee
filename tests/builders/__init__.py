"""The site built by both builders."""
