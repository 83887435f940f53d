//! Workbooks as they come back from people and programs: each is read rightly, or explained at its cell.

use candour::check::Checked;
use candour::intake::Read;
use candour::source::Locate;
use candour::workbook;

use super::bench::Bench;
use super::{checked, read};
use crate::support::fixture;

fn saltmere() -> Read {
    read(&fixture("valid/saltmere-2026-27-q2/return.json"))
}

/// The worked example's workbook with this done to it.
fn damaged(damage: impl Fn(&mut Bench)) -> Read {
    let mut bench = Bench::open(&workbook::write(&saltmere().intake).unwrap());
    damage(&mut bench);
    workbook::read("return.xlsx", &bench.close())
}

/// Read rightly: the return is the same, and these rules are all that is said of the cells.
fn is_the_same(rules: &[&str], damage: impl Fn(&mut Bench)) {
    let read = damaged(damage);
    let told: Vec<_> = read.diagnostics.iter().map(|found| found.rule).collect();
    assert_eq!(told, rules, "{:#?}", read.diagnostics);
    let before = saltmere();
    assert_eq!(workbook::difference(&before.intake, &read.intake), None);
    assert_eq!(checked(before).typed(), checked(read).typed());
}

/// Asked about at its cell: this rule, with these words, and no other finding that the return did not have before.
fn is_asked(rule: &str, sheet: &str, words: &str, damage: impl Fn(&mut Bench) -> String) {
    let cell = std::cell::RefCell::new(String::new());
    let read = damaged(|bench| *cell.borrow_mut() = damage(bench));
    let told: Vec<_> = read.diagnostics.iter().map(|found| found.rule).collect();
    assert_eq!(told, [rule], "{:#?}", read.diagnostics);
    let checked = checked(read);
    let found = checked.diagnostics().iter().find(|found| found.rule == rule).unwrap();
    assert!(found.message.contains(words), "{}", found.message);
    let place = checked.locate(&found.at, found.part);
    assert_eq!((place.sheet.as_deref(), place.cell), (Some(sheet), Some(cell.into_inner())), "{}", found.message);
    let others = rules(&checked, rule);
    assert_eq!(others, rules(&super::checked(saltmere()), rule));
}

/// The rules that speak of a return, without this one.
fn rules(checked: &Checked, without: &str) -> Vec<&'static str> {
    let mut rules: Vec<_> =
        checked.diagnostics().iter().map(|found| found.rule).filter(|rule| *rule != without).collect();
    rules.sort_unstable();
    rules
}

const DUE: &str = "Due on";

fn due(bench: &Bench) -> String {
    let label = bench.find("Return", DUE);
    label.replacen('A', "B", 1)
}

#[test]
fn a_date_that_is_a_bare_number_is_read() {
    is_the_same(&[], |bench| bench.set("Return", &due(bench), "><v>46326</v>"));
}

#[test]
fn a_date_in_words_or_with_the_day_past_twelve_is_read() {
    for words in ["31/10/2026", "31 October 2026", "10/31/2026", "2026-10-31", " 31.10.26 "] {
        is_the_same(&[], |bench| bench.write("Return", &due(bench), words));
    }
}

#[test]
fn a_date_that_may_be_two_days_is_asked_about() {
    is_asked("date-in-either-order", "Return", "“03/11/2026” may be 2026-11-03 or 2026-03-11", |bench| {
        let cell = due(bench);
        bench.write("Return", &cell, "03/11/2026");
        cell
    });
}

#[test]
fn days_counted_from_1904_are_read() {
    is_the_same(&[], |bench| {
        bench.change("xl/workbook.xml", |text| {
            text.replacen("<bookViews>", "<workbookPr date1904=\"1\"/><bookViews>", 1)
        });
        let styles = bench.text("xl/styles.xml");
        let cells = styles.split("<cellXfs").nth(1).unwrap();
        let day =
            |style: usize| cells.split("<xf ").nth(style + 1).is_some_and(|xf| xf.starts_with("numFmtId=\"166\""));
        for number in 1..80 {
            let part = format!("xl/worksheets/sheet{number}.xml");
            let Some(text) = bench.has(&part) else { break };
            let mut out = String::new();
            for piece in text.split_inclusive("</v>") {
                let style = piece.rsplit("s=\"").next().and_then(|rest| rest.split('"').next()?.parse().ok());
                match (style.filter(|style| day(*style)), piece.rsplit_once("<v>")) {
                    (Some(_), Some((head, value))) => {
                        let days: i64 = value.trim_end_matches("</v>").parse().unwrap();
                        out.extend([head, "<v>", &(days - 1462).to_string(), "</v>"]);
                    }
                    _ => out.push_str(piece),
                }
            }
            bench.put(&part, out.into_bytes());
        }
    });
}

const PERCENT: (&str, &str) = ("Finance", "Administration cost share percent");

#[test]
fn a_percentage_kept_as_a_fraction_is_what_the_cell_shows() {
    is_the_same(&[], |bench| {
        let label = bench.find(PERCENT.0, PERCENT.1).replacen('A', "B", 1);
        let before = bench.cell(PERCENT.0, &label);
        let value: f64 = before.split("<v>").nth(1).unwrap().split('<').next().unwrap().parse().unwrap();
        let style = bench.style(10);
        bench.set(PERCENT.0, &label, &format!(" s=\"{style}\"><v>{}</v>", value / 100.0));
    });
}

#[test]
fn a_fraction_where_a_percentage_belongs_is_asked_about() {
    let read = damaged(|bench| {
        let label = bench.find(PERCENT.0, PERCENT.1).replacen('A', "B", 1);
        bench.set(PERCENT.0, &label, "><v>0.062</v>");
    });
    let told: Vec<_> = read.diagnostics.iter().map(|found| (found.rule, found.message.as_str())).collect();
    let said = "“Administration cost share percent” says 0.062, which is less than one per cent";
    assert_eq!(told, [("fraction-for-a-percentage", said)]);
}

#[test]
fn an_id_or_a_text_that_became_a_number_is_read() {
    is_the_same(&[], |bench| {
        let cell = bench.find("Return", "Schema version").replacen('A', "B", 1);
        // “1.0” as a program that knows numbers keeps it.
        bench.write("Return", &cell, " 1.0\u{a0}");
    });
    let read = damaged(|bench| {
        let cell = bench.at("Partners", "Charity or company no", 5);
        bench.set("Partners", &cell, "><v>1123456</v>");
    });
    let number = read.intake.top().field("partners").item(0).field("charity_or_company_no");
    assert_eq!(read.intake.get(&number).unwrap().text().as_deref(), Some("1123456"));
}

#[test]
fn an_id_that_became_a_date_is_asked_about() {
    is_asked("turned-into-a-date", "Partners", "“Charity or company no” holds the date 2026-05-03", |bench| {
        let cell = bench.at("Partners", "Charity or company no", 5);
        let style = bench.style(14);
        bench.set("Partners", &cell, &format!(" s=\"{style}\"><v>46145</v>"));
        cell
    });
}

#[test]
fn pounds_and_commas_are_read() {
    is_the_same(&[], |bench| {
        let cell = bench.at("Finance - spend", "Budget", 5);
        let before = bench.cell("Finance - spend", &cell);
        let value = before.split("<v>").nth(1).unwrap().split('<').next().unwrap().to_owned();
        let (thousands, rest) = value.split_at(value.len() - 3);
        bench.write("Finance - spend", &cell, &format!(" £{thousands},{rest} "));
    });
}

#[test]
fn stray_spaces_and_capitals_are_read() {
    is_the_same(&[], |bench| {
        let cell = bench.at("Partners", "ID", 5);
        let id =
            bench.cell("Partners", &cell).split("preserve\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        bench.write("Partners", &cell, &format!("\u{a0} {id} "));
        let status = bench.find("Return", "Status").replacen('A', "B", 1);
        bench.write("Return", &status, " Submitted ");
        let heading = bench.find("Partners", "Joined on");
        bench.write("Partners", &heading, "  JOINED   on: * ");
    });
}

#[test]
fn hidden_rows_are_read_and_said() {
    is_the_same(&["hidden-rows"], |bench| {
        let part = bench.part_of("Partners");
        bench.change(&part, |text| text.replacen("<row r=\"6\"", "<row r=\"6\" hidden=\"1\"", 1));
    });
}

#[test]
fn cells_made_one_say_once_to_what_their_rows_belong() {
    is_the_same(&[], |bench| {
        let part = bench.part_of("Results - actuals");
        let same =
            bench.cell("Results - actuals", "A5").split_once(' ').unwrap().1.split_once(' ').unwrap().1.to_owned();
        let next = bench.cell("Results - actuals", "A6");
        assert!(next.ends_with(&same), "the first two figures are of one measure");
        bench.change(&part, |text| {
            let text = text.replacen(&next, "<c r=\"A6\"/>", 1);
            text.replacen("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A5:A6\"/></mergeCells>", 1)
        });
    });
}

#[test]
fn figures_in_cells_made_one_are_asked_about() {
    let read = damaged(|bench| {
        let part = bench.part_of("Results - actuals");
        let column = bench.at("Results - actuals", "Value", 5);
        let below = column.replace('5', "6");
        let gone = bench.cell("Results - actuals", &below);
        bench.change(&part, |text| {
            let text = text.replacen(&gone, "", 1);
            let range = format!("</sheetData><mergeCells><mergeCell ref=\"{column}:{below}\"/></mergeCells>");
            text.replacen("</sheetData>", &range, 1)
        });
    });
    let told: Vec<_> = read.diagnostics.iter().map(|found| found.rule).collect();
    assert_eq!(told, ["cells-merged"]);
}

#[test]
fn a_formula_is_what_it_came_to() {
    is_the_same(&[], |bench| {
        let cell = bench.at("Finance - spend", "Budget", 5);
        let before = bench.cell("Finance - spend", &cell);
        let value = before.split("<v>").nth(1).unwrap().split('<').next().unwrap().to_owned();
        bench.set("Finance - spend", &cell, &format!("><f>SUM(Workings!A1:A9)</f><v>{value}</v>"));
    });
}

#[test]
fn a_formula_without_its_result_and_one_that_does_not_work_are_asked_about() {
    let budget = |bench: &mut Bench, cell: &str| {
        let address = bench.at("Ward notes", "Note", 5);
        bench.set("Ward notes", &address, cell);
        address
    };
    is_asked("formula-not-worked-out", "Ward notes", "“Note” holds a formula", |bench| budget(bench, "><f>A1</f>"));
    is_asked("cell-with-a-fault", "Ward notes", "“Note” holds #REF!", |bench| {
        budget(bench, " t=\"e\"><f>A1</f><v>#REF!</v>")
    });
}

#[test]
fn sheets_that_were_added_renamed_or_moved_are_read() {
    is_the_same(&["sheet-not-known"], |bench| {
        let (name, part) = ("Workings", "xl/worksheets/sheet900.xml");
        bench.change("xl/workbook.xml", |text| {
            text.replacen("<sheets>", &format!("<sheets><sheet name=\"{name}\" sheetId=\"900\" r:id=\"rId900\"/>"), 1)
        });
        bench.change("xl/_rels/workbook.xml.rels", |text| {
            let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
            let more = format!("<Relationship Id=\"rId900\" Type=\"{kind}\" Target=\"worksheets/sheet900.xml\"/></R");
            text.replacen("</R", &more, 1)
        });
        bench.put(part, b"<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>".to_vec());
    });
    is_the_same(&["sheet-renamed"], |bench| {
        bench.change("xl/workbook.xml", |text| text.replacen("name=\"Risks\"", "name=\"Risks Q2 final\"", 1));
    });
    is_the_same(&[], |bench| {
        bench.change("xl/workbook.xml", |text| {
            let (head, rest) = text.split_once("<sheets>").unwrap();
            let (sheets, tail) = rest.split_once("</sheets>").unwrap();
            let mut sheets: Vec<_> = sheets.split_inclusive("/>").collect();
            sheets.reverse();
            format!("{head}<sheets>{}</sheets>{tail}", sheets.concat())
        });
    });
}

#[test]
fn a_sheet_that_was_taken_out_is_missed() {
    let read = damaged(|bench| {
        bench.change("xl/workbook.xml", |text| {
            let start = text.find("<sheet name=\"Risks\"").unwrap();
            let end = start + text[start..].find("/>").unwrap() + 2;
            format!("{}{}", &text[..start], &text[end..])
        });
    });
    let told: Vec<_> = read.diagnostics.iter().map(|found| (found.rule, found.message.as_str())).collect();
    assert_eq!(told, [("sheet-missing", "The sheet Risks, which “Start here” names, is not in this workbook")]);
}

#[test]
fn titles_above_the_headings_are_passed_over() {
    is_the_same(&[], |bench| {
        for sheet in ["Partners", "Partnership", "Results - actuals"] {
            let part = bench.part_of(sheet);
            bench.change(&part, |text| {
                let (head, body) = text.split_once("<sheetData>").unwrap();
                let (rows, tail) = body.split_once("</sheetData>").unwrap();
                let mut out =
                    String::from("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Saltmere Council, draft 3</v></c></row>");
                for row in rows.split_inclusive("</row>") {
                    let number: u32 = row.split('"').nth(1).unwrap().parse().unwrap();
                    let (old, new) = (format!("{number}\""), format!("{}\"", number + 3));
                    let moved = row.replacen(&format!("<row r=\"{old}"), &format!("<row r=\"{new}"), 1);
                    let cells: Vec<String> = moved
                        .split("<c r=\"")
                        .enumerate()
                        .map(|(index, cell)| if index == 0 { cell.to_owned() } else { cell.replacen(&old, &new, 1) })
                        .collect();
                    out.push_str(&cells.join("<c r=\""));
                }
                format!("{head}<sheetData>{out}</sheetData>{tail}")
            });
        }
    });
}

#[test]
fn columns_that_changed_places_are_read() {
    is_the_same(&[], |bench| {
        let part = bench.part_of("Partners");
        bench.change(&part, |text| {
            let mut text = text.to_owned();
            for row in 4..30 {
                let swap = [(format!("r=\"B{row}\""), "r=\"x\""), (format!("r=\"D{row}\""), "r=\"y\"")];
                let [(b, x), (d, y)] = &swap;
                text = text.replace(b, x).replace(d, y).replace(x, d).replace(y, b);
            }
            text
        });
    });
}

#[test]
fn macros_are_never_looked_at() {
    is_the_same(&[], |bench| {
        bench.change("[Content_Types].xml", |text| {
            text.replacen(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                1,
            )
        });
        bench.put("xl/vbaProject.bin", b"Sub Auto_Open()".to_vec());
    });
}

#[test]
fn headings_that_are_not_known_or_given_twice_are_told_with_what_they_hold() {
    is_asked("heading-not-known", "Partners", "“Area of wrok” is not a column of the sheet Partners", |bench| {
        let cell = bench.at("Partners", "Charity or company no", 4);
        bench.write("Partners", &cell, "Area of wrok");
        bench.write("Partners", &cell.replace('4', "5"), "north");
        cell
    });
    is_asked("heading-given-twice", "Partners", "“Name” is given twice", |bench| {
        let cell = bench.at("Partners", "Charity or company no", 4);
        bench.write("Partners", &cell, "Name");
        bench.write("Partners", &cell.replace('4', "5"), "Another name");
        cell
    });
}

#[test]
fn a_row_that_belongs_to_no_record_is_told() {
    let read = damaged(|bench| bench.write("Results - actuals", "A5", "R99"));
    let told: Vec<_> = read.diagnostics.iter().map(|found| (found.rule, found.message.as_str())).collect();
    assert_eq!(told, [("row-of-no-record", "“R99” names no row of the sheet Results, so this row belongs nowhere")]);
}

#[test]
fn a_workbook_of_an_older_form_is_judged_as_its_text_would_be() {
    let older = damaged(|bench| {
        let cell = bench.find("Return", "Schema version").replacen('A', "B", 1);
        bench.write("Return", &cell, "0.9");
    });
    let before = saltmere();
    let text = &before.intake.sources().get(before.intake.top().document()).text;
    let text = text.replacen("\"schema_version\": \"1.0\"", "\"schema_version\": \"0.9\"", 1);
    let older_text = checked(candour::intake::read("return.json", text.as_bytes()));
    assert_eq!(rules(&checked(older), ""), rules(&older_text, ""));
}

#[test]
fn words_in_several_looks_and_shared_between_cells_are_read() {
    is_the_same(&[], |bench| {
        let cell = bench.at("Partners", "Name", 5);
        let before = bench.cell("Partners", &cell);
        let name = before.split("preserve\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        let (first, rest) = name.split_at(3);
        let texts = format!(
            "<sst><si><t>other</t></si><si><r><t>{first}</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">{rest}</t></r>\
             <rPh><t>not said</t></rPh></si></sst>"
        );
        bench.put("xl/sharedStrings.xml", texts.into_bytes());
        bench.change("xl/_rels/workbook.xml.rels", |text| {
            let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings";
            text.replacen(
                "</R",
                &format!("<Relationship Id=\"t\" Type=\"{kind}\" Target=\"/xl/sharedStrings.xml\"/></R"),
                1,
            )
        });
        bench.set("Partners", &cell, " t=\"s\"><v>1</v>");
    });
}

#[test]
fn what_unpacks_to_gigabytes_is_not_unpacked() {
    let read = damaged(|bench| {
        let part = bench.part_of("Partners");
        bench.put(&part, vec![b' '; 60 << 20]);
    });
    assert_eq!(read.diagnostics[0].rule, "workbook-too-large");
    // Names that a part defines for itself, which grow as they are read.
    let read = damaged(|bench| {
        let part = bench.part_of("Partners");
        bench.change(&part, |text| {
            let text = text.replacen("?>", "?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\">]>", 1);
            text.replacen("<is><t", "<is><t>&a;</t><t", 1)
        });
    });
    assert_eq!(read.diagnostics[0].rule, "workbook-cannot-be-read");
}

#[test]
fn words_that_look_like_a_formula_are_written_as_words() {
    let text = std::fs::read_to_string(fixture("valid/smallest/return.json")).unwrap();
    for words in ["=1+1", "+44", "-2", "@SUM(A1)", "=HYPERLINK(\\\"https://x.example\\\")"] {
        let text = text.replacen("\"name\": \"", &format!("\"name\": \"{words} "), 1);
        let before = candour::intake::read("return.json", text.as_bytes());
        let bytes = workbook::write(&before.intake).unwrap();
        let bench = Bench::open(&bytes);
        assert!(!bench.text(&bench.part_of("Partnership")).contains("<f>"));
        let after = workbook::read("return.xlsx", &bytes);
        assert_eq!(workbook::difference(&before.intake, &after.intake), None, "{words}");
    }
}
