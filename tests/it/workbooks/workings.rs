//! Figures that are worked out stand beside those they follow from, and are never read.

use candour::workbook;

use super::bench::Bench;
use super::read;
use crate::support::fixture;

fn saltmere() -> Vec<u8> {
    workbook::write(&read(&fixture("valid/saltmere-2026-27-q2/return.json")).intake).unwrap()
}

#[test]
fn a_figure_that_follows_from_others_stands_beside_them_with_what_it_comes_to() {
    let bench = Bench::open(&saltmere());
    for (sheet, heading, row, formula, comes_to) in [
        (
            "Finance - spend",
            "◄ Worked out: spent of the budget",
            5,
            "IF(AND(ISNUMBER(D5),ISNUMBER(B5)),IF(B5=0,&quot;&quot;,ROUND(D5/B5*100,1)),&quot;&quot;)",
            "43",
        ),
        ("Outcomes", "◄ Worked out: response rate", 5, "", "73.4"),
        ("Risks", "◄ Worked out: likelihood times impact", 5, "", "16"),
    ] {
        let cell = bench.cell(sheet, &bench.at(sheet, heading, row));
        assert!(cell.contains(&format!("<v>{comes_to}</v>")), "{sheet}: {cell}");
        assert!(cell.contains(&format!("<f>{formula}")), "{sheet}: {cell}");
    }
    let total = bench.find("Finance", "Totals: budget").replacen('A', "C", 1);
    let cell = bench.cell("Finance", &total);
    assert!(cell.contains("SUM(&apos;Finance - spend&apos;!$B$5:$B$405))</f><v>780000</v>"), "{cell}");
}

#[test]
fn what_is_worked_out_is_never_read_whatever_it_says() {
    let before = workbook::read("return.xlsx", &saltmere());
    assert_eq!(before.diagnostics, []);
    let mut bench = Bench::open(&saltmere());
    let at = bench.at("Finance - spend", "◄ Worked out: spent of the budget", 5);
    bench.set("Finance - spend", &at, " t=\"e\"><f>1/0</f><v>#DIV/0!</v>");
    let below = bench.at("Risks", "◄ Worked out: likelihood times impact", 6);
    bench.write("Risks", &below, "some words");
    let after = workbook::read("return.xlsx", &bench.close());
    assert_eq!(after.diagnostics, []);
    assert_eq!(workbook::difference(&before.intake, &after.intake), None);
}

#[test]
fn no_formula_holds_what_a_filer_typed() {
    let text = std::fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let typed = text.replace("Saltmere", "=1+HYPERLINK(1)");
    let intake = candour::intake::read("return.json", typed.as_bytes()).intake;
    let bench = Bench::open(&workbook::write(&intake).unwrap());
    let mut seen = 0;
    for part in bench.names().filter(|name| name.starts_with("xl/worksheets/")) {
        for formula in bench.text(part).split("<f>").skip(1) {
            let formula = formula.split("</f>").next().unwrap();
            assert!(!formula.contains("HYPERLINK"), "{formula}");
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}
