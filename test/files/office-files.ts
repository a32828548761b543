import { zipFile } from "./zip-file";

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const relationsOf = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const formats = "application/vnd.openxmlformats-officedocument";

/** A Word file whose body is this XML, such as `<w:p>…</w:p>`. */
export function docxFile(body: string): Buffer {
  const main = `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return officeFile([["word/document.xml", `${formats}.wordprocessingml.document.main+xml`, main]]);
}

/** An Excel file with one sheet, named 價目, of these rows, such as `<row r="1">…</row>`, and what follows the rows. */
export function xlsxFile(rows: string, { after = "", workbook = "", styles = "" } = {}): Buffer {
  const namespace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationsOf}"`;
  const book = `${head}<workbook ${namespace}>${workbook}<sheets><sheet name="價目" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const sheet = `${head}<worksheet ${namespace}><sheetData>${rows}</sheetData>${after}</worksheet>`;
  return officeFile(
    [
      ["xl/workbook.xml", `${formats}.spreadsheetml.sheet.main+xml`, book],
      ["xl/worksheets/sheet1.xml", `${formats}.spreadsheetml.worksheet+xml`, sheet],
      [
        "xl/styles.xml",
        `${formats}.spreadsheetml.styles+xml`,
        `${head}<styleSheet ${namespace}>${styles}</styleSheet>`,
      ],
    ],
    `<Relationship Id="rId1" Type="${relationsOf}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationsOf}/styles" Target="styles.xml"/>`,
  );
}

/**
 * A presentation whose slides' shapes are this XML, listed from the last to the first: the order is not that of the
 * names.
 */
export function pptxFile(slides: readonly string[]): Buffer {
  const namespace = `xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${relationsOf}"`;
  const count = slides.length;
  const ids = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${count - at}"/>`).join("");
  return officeFile(
    [
      [
        "ppt/presentation.xml",
        `${formats}.presentationml.presentation.main+xml`,
        `${head}<p:presentation ${namespace}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
      ],
      ...slides.map(
        (shapes, at): Part => [
          `ppt/slides/slide${count - at}.xml`,
          `${formats}.presentationml.slide+xml`,
          `${head}<p:sld ${namespace}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`,
        ],
      ),
    ],
    slides
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relationsOf}/slide" Target="slides/slide${at + 1}.xml"/>`,
      )
      .join(""),
  );
}

type Part = [name: string, type: string, xml: string];

/** The first part is the main one; `relations` are its own. */
function officeFile(parts: readonly Part[], relations = ""): Buffer {
  const [main = ["", "", ""]] = parts;
  const wrap = (xml: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml}</Relationships>`;
  const types = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join("");
  const folder = main[0].slice(0, main[0].indexOf("/"));
  const file = main[0].slice(folder.length + 1);
  return zipFile([
    {
      name: "[Content_Types].xml",
      content: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: wrap(`<Relationship Id="rId1" Type="${relationsOf}/officeDocument" Target="${main[0]}"/>`),
    },
    { name: `${folder}/_rels/${file}.rels`, content: wrap(relations) },
    ...parts.map(([name, , xml]) => ({ name, content: xml })),
  ]);
}
