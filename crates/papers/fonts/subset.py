#!/usr/bin/env python3
"""Makes the two fonts of the papers from Debian's fonts-noto-cjk. See README.md here.

Needs: apt-get install fonts-noto-cjk unicode-data; pip install fonttools==4.68.0
"""

import bz2
import glob
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent
NOTO = "/usr/share/fonts/opentype/noto/NotoSerifCJK-{}.ttc"
# In the collection the faces are, in order: JP, KR, SC, TC, HK.
SC = 2


def general_standard():
    """通用规范汉字表 (2013): the 8,105 characters for which Unihan has a kTGH value."""
    found = set()
    for path in glob.glob("/usr/share/unicode/Unihan_*.txt.bz2"):
        with bz2.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                fields = line.split("\t")
                if len(fields) == 3 and fields[1] == "kTGH":
                    found.add(chr(int(fields[0][2:], 16)))
    assert len(found) == 8105, len(found)
    return found


def coded(encoding, leads, trails):
    """What a two-byte character set holds between these bytes."""
    found = set()
    for lead in leads:
        for trail in trails:
            try:
                found.update(bytes([lead, trail]).decode(encoding))
            except UnicodeDecodeError:
                pass
    return found


def regular():
    """Everything a paper may have to print."""
    trails = range(0x40, 0xFF)
    return (
        {chr(c) for c in range(0x20, 0x7F)}
        | {chr(c) for c in range(0xA0, 0x180)}  # Latin with marks: names, pinyin
        | general_standard()
        | coded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
        # The signs of GBK (Roman numerals, ①, ㎡ ...), and the 5,401 traditional characters in
        # common use (Big5, level 1): names from Hong Kong, Macao and Taiwan, old signboards.
        | coded("gbk", range(0xA1, 0xAA), trails)
        | coded("big5", range(0xA4, 0xC7), trails)
        | set("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳☐☑☒□■○●√×✓✗※〇〔〕【】《》〈〉「」『』—…·～￥℃㎡")
    )


def bold():
    """The fixed words: every character of the sources, which is more than the headings need."""
    texts = [path.read_text(encoding="utf-8") for path in (HERE.parent / "src").rglob("*") if path.is_file()]
    # The numbers of headings are counted by the template, and so are in no source.
    return (
        {c for c in "".join(texts) if c.isprintable()}
        | {chr(c) for c in range(0x20, 0x7F)}
        | set("一二三四五六七八九十")
    )


def subset(weight, characters):
    """Writes one font."""
    out = HERE / f"papers-{weight.lower()}.otf"
    subprocess.run(
        [
            "pyftsubset",
            NOTO.format(weight),
            f"--font-number={SC}",
            "--unicodes=" + ",".join(f"{ord(c):X}" for c in sorted(characters)),
            # Half-width Latin beside full-width Chinese; nothing else is used in a paper.
            "--layout-features=kern,mark,mkmk,ccmp",
            "--no-hinting",
            "--name-IDs=0,1,2,3,4,5,6,13,14",
            "--name-languages=0x409",
            f"--output-file={out}",
        ],
        check=True,
        # Without it the date of making would be in the file.
        env=os.environ | {"SOURCE_DATE_EPOCH": "1640995200"},
    )
    print(out.name, out.stat().st_size, "bytes for", len(characters), "characters")


if __name__ == "__main__":
    subset("Regular", regular())
    subset("Bold", bold())
