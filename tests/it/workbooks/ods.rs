//! A workbook of the open form (`.ods`).

use candour::workbook;

use super::bench::Bench;
use super::checked;

const HEAD: &str = "<office:document-content><office:body><office:spreadsheet>";
const TAIL: &str = "</office:spreadsheet></office:body></office:document-content>";

fn cell(words: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{words}</text:p></table:table-cell>")
}

fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

fn table(name: &str, rows: &[String]) -> String {
    let empty = "<table:table-row table:number-rows-repeated=\"1048000\">\
                 <table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    format!("<table:table table:name=\"{name}\">{}{empty}</table:table>", rows.concat())
}

#[test]
fn its_cells_are_read_as_they_are_meant() {
    let pair = |label: &str, value: String| row(&[cell(label), value]);
    let part = format!(
        "{HEAD}{}{}{}{TAIL}",
        table(
            "Return",
            &[
                pair("Schema version", cell("1.0")),
                pair("Status", cell("draft")),
                pair("Period: financial year", cell("2026-27")),
                pair("Period: quarter", cell("Q2")),
                pair(
                    "Due on",
                    "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-10-31T00:00:00\">\
                     <office:annotation><text:p>by noon</text:p></office:annotation><text:p>31.10.26</text:p>\
                     </table:table-cell>"
                        .to_owned()
                ),
                pair("Version", "<table:table-cell office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell>".to_owned()),
            ]
        ),
        table("Partnership", &[pair("ID", cell("elm-row")), pair("Name", cell("Elm <text:s text:c=\"1\"/>Row"))]),
        table(
            "Partners",
            &[
                row(&[cell("Our partners")]),
                row(&[cell("ID"), cell("Name"), cell("Left reason")]),
                row(&[cell("residents"), cell("Residents"), cell("one</text:p><text:p>two")]),
                row(&[cell("hall"), cell("Hall")]).replace("<table:table-row>", "<table:table-row table:visibility=\"collapse\">"),
            ]
        )
    );
    let mut bench = Bench::empty();
    bench.put("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".to_vec());
    bench.put("content.xml", part.into_bytes());
    let read = workbook::read("return.ods", &bench.close());
    let told: Vec<_> = read.diagnostics.iter().map(|found| (found.rule, found.message.as_str())).collect();
    assert_eq!(told, [("hidden-rows", "Row 4 of Partners is hidden, and is part of the return")]);
    let value = |route: &str| {
        let at = candour::source::Pointer::parse(read.intake.top().document(), route);
        read.intake
            .get(&at)
            .map(|value| value.text().map_or_else(|| value.raw().to_owned(), std::borrow::Cow::into_owned))
    };
    assert_eq!(value("/return/due_on").as_deref(), Some("2026-10-31"));
    assert_eq!(value("/return/version").as_deref(), Some("1"));
    assert_eq!(value("/partnership/name").as_deref(), Some("Elm  Row"));
    assert_eq!(value("/partners/0/left_reason").as_deref(), Some("one\ntwo"));
    assert_eq!(value("/partners/1/id").as_deref(), Some("hall"));
    assert!(checked(read).typed().is_some());
}
