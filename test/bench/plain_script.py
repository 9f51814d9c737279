"""
The files of one notice made the plain way, with python-docx, openpyxl and reportlab (Debian: python3-docx, python3-openpyxl,
python3-reportlab): what somebody writes who needs the same papers once. It is given the texts (jobs.json, made from the notice
beforehand) and the same faces, and makes the same number of files of the same text under the same names. It reads no notice, breaks
lines as its libraries do, keeps no record, and makes everything again each time.

    python3 plain_script.py JOBS.json OUT
"""
import json
import os
import sys
import zipfile
from xml.sax.saxutils import escape

from docx import Document
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle


def text_of(runs):
    return "".join(run["text"] if run["type"] == "text" else " " * run["width"] for run in runs)


def lines_of(block):
    """Every text of a block that is no table, with the style that it stands in."""
    kind = block["type"]
    if kind == "text":
        return [(block["style"], text_of(block["runs"]))]
    if kind == "attachmentNote":
        return [("body", name) for name in block["names"]]
    if kind == "bars":
        rows = ["%s %s" % (row["label"], " ".join(map(str, row["values"]))) for row in block["rows"]]
        return [("body", line) for line in [block["title"]] + rows]
    if kind == "figures":
        return [("body", "%s %s" % (entry["value"], entry["label"])) for entry in block["entries"]]
    lists = [block.get(name) for name in ("issuers", "copiesTo")]
    single = [block.get(name) for name in ("office", "name", "number", "recipients", "date", "runs", "printedBy", "printedOn")]
    runs = [each for many in lists if many for each in many] + [each for each in single if each]
    return [("body", each if isinstance(each, str) else text_of(each)) for each in runs]


def rows_of(table):
    return [
        [["\n".join(text_of(runs) for runs in cell["paragraphs"]), cell["colSpan"], cell["rowSpan"]] for cell in row["cells"]]
        for row in table["head"] + table["rows"]
    ]


def placed(rows, columns):
    """Cells with their spans → (row, column, text, columns, rows), what a span covers left out."""
    taken, cells = set(), []
    for at, row in enumerate(rows):
        column = 0
        for text, wide, high in row:
            while (at, column) in taken:
                column += 1
            cells.append((at, column, text, min(wide, columns - column), high))
            taken.update((at + y, column + x) for y in range(high) for x in range(wide))
            column += wide
    return cells


def word(flow, path):
    document = Document()
    for section in flow["sections"]:
        for block in section["blocks"]:
            if block["type"] == "table":
                rows, columns = rows_of(block), len(block["columns"])
                table = document.add_table(rows=len(rows), cols=columns)
                table.style = "Table Grid"
                for at, column, text, wide, high in placed(rows, columns):
                    cell = table.cell(at, column)
                    if wide > 1 or high > 1:
                        cell = cell.merge(table.cell(min(at + high, len(rows)) - 1, column + wide - 1))
                    cell.text = text
                continue
            for style, text in lines_of(block):
                run = document.add_paragraph().add_run(text)
                run.font.size = Pt(flow["style"]["text"][style]["size"])
    document.save(path)


def sheets(workbook, path):
    book = Workbook()
    book.remove(book.active)
    for sheet in workbook["sheets"]:
        page = book.create_sheet(sheet["name"])
        columns = sheet["columns"]
        at = 0

        def band(pieces):
            for piece in pieces:
                page.cell(at, piece["from"] + 1, piece["text"])
                if piece["to"] > piece["from"]:
                    page.merge_cells(start_row=at, end_row=at, start_column=piece["from"] + 1, end_column=piece["to"] + 1)

        for each in sheet["above"]:
            at += 1
            band(each["pieces"])
        at += 1
        for column, described in enumerate(columns, 1):
            page.cell(at, column, described["title"]).font = Font(bold=True)
            page.column_dimensions[get_column_letter(column)].width = described["width"]
        for row in sheet["rows"]:
            at += 1
            for column, cell in enumerate(row["cells"], 1):
                if cell is None:
                    continue
                value = cell["value"]
                target = page.cell(at, column, "=" + value if cell["kind"] == "formula" else value)
                target.alignment = Alignment(wrap_text=True, vertical="top")
                if cell["colSpan"] > 1 or cell["rowSpan"] > 1:
                    page.merge_cells(
                        start_row=at,
                        end_row=at + cell["rowSpan"] - 1,
                        start_column=column,
                        end_column=column + cell["colSpan"] - 1,
                    )
        for each in sheet["below"]:
            at += 1
            band(each["pieces"])
    book.save(path)


class Pages:
    """Flows → PDF, with the faces registered once."""

    def __init__(self, faces):
        for role, path in faces.items():
            pdfmetrics.registerFont(TTFont(role, path))

    def style(self, flow, name):
        given = flow["style"]["text"][name]
        return ParagraphStyle(
            name, fontName=given["face"], fontSize=given["size"], leading=given["pitch"], wordWrap="CJK"
        )

    def story(self, flow):
        story = []
        for section in flow["sections"]:
            if story:
                story.append(PageBreak())
            for block in section["blocks"]:
                if block["type"] != "table":
                    for style, text in lines_of(block):
                        story.append(Paragraph(escape(text).replace("\n", "<br/>"), self.style(flow, style)))
                    continue
                rows, columns = rows_of(block), len(block["columns"])
                if not rows:
                    continue
                style = self.style(flow, "tableCell" if "tableCell" in flow["style"]["text"] else "body")
                cells = [[""] * columns for _ in rows]
                spans = []
                for at, column, text, wide, high in placed(rows, columns):
                    cells[at][column] = Paragraph(escape(text).replace("\n", "<br/>"), style)
                    if wide > 1 or high > 1:
                        spans.append(("SPAN", (column, at), (column + wide - 1, min(at + high, len(rows)) - 1)))
                shares = [column["width"] for column in block["columns"]]
                widths = [430 * share / sum(shares) for share in shares]
                grid = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
                story.append(Table(cells, colWidths=widths, repeatRows=len(block["head"]), style=TableStyle(grid + spans)))
        return story

    def write(self, flows, path):
        story = []
        for flow in flows:
            if story:
                story.append(PageBreak())
            story.extend(self.story(flow))
        SimpleDocTemplate(path, pagesize=A4).build(story)


def flows_of(layout, jobs):
    """A packet’s own pages, and those of the files that it binds, drawn again: reportlab takes no pages of other files."""
    parts = [jobs.get(part["from"].get("path")) for part in layout["parts"]]
    return [layout["flow"]] + [part["layout"] for part in parts if part and part["layout"]["type"] == "flow"]


def main(source, out):
    with open(source, encoding="utf-8") as file:
        given = json.load(file)
    pages = Pages(given["faces"])
    jobs = {job["path"]: job for job in given["jobs"]}
    for path, job in jobs.items():
        layout, target = job["layout"], os.path.join(out, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        kind = layout["type"]
        if kind == "flow" and job["format"] == "docx":
            word(layout, target)
        elif kind == "flow":
            pages.write([layout], target)
        elif kind == "workbook":
            sheets(layout, target)
        elif kind == "packet":
            pages.write(flows_of(layout, jobs), target)
        elif kind == "bundle":
            with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
                for entry in layout["entries"]:
                    made = os.path.join(out, entry["from"])
                    if os.path.exists(made):
                        archive.write(made, entry["name"])
        else:
            with open(target, "w", encoding="utf-8") as file:
                # Pages for a browser and rows of data: what is in them, as it is.
                file.write(layout["text"] if "text" in layout else json.dumps(layout, ensure_ascii=False))
    print(len(jobs))


main(sys.argv[1], sys.argv[2])
