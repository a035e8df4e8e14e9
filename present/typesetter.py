"""Set ``handout.typ`` of a folder as a PDF on standard output; run as a process of its own, whose memory goes with it."""

import sys

import typst

if __name__ == "__main__":
    folder, timestamp = sys.argv[1:]
    # Only the typesetter's own fonts: the pages are the same on every machine, one without fonts included.
    pdf = typst.compile(f"{folder}/handout.typ", root=folder, ignore_system_fonts=True, timestamp=int(timestamp))
    sys.stdout.buffer.write(pdf)
