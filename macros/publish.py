"""Files that are made from content and lie beside the pages in the built site: documents, sheets, data for programs.

They are written while a page is rendered: the builder has emptied the site by then and does not touch it again.
Zensical takes a page that has not changed from its cache and renders nothing: publish with `zensical build --clean`.
The same content gives the same bytes, so nothing that has not changed is written anew.
"""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day a zip archive can name: every file in ours is from then."""


def publish(site_dir: Path, path: str, data: bytes) -> bool:
    """Write `data` at `path`, counted from the site's root, in one step; tells whether it was not there already.

    Raises `ValueError` for a path that is not inside the site.
    """
    inside = PurePosixPath(path)
    if inside.is_absolute() or not inside.parts or ".." in inside.parts or "\\" in path:
        raise ValueError(f"{path!r} is no path inside the site")
    target = site_dir.joinpath(*inside.parts)
    if target.is_file() and target.read_bytes() == data:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def settled(archive: bytes) -> bytes:
    """Return a zip archive with the same files in the same order, and nothing of when or where it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, old.read(entry), compresslevel=9)
    return made.getvalue()
