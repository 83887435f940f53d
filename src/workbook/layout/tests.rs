use super::*;

fn sheet(name: &str) -> &'static Sheet {
    layout().sheets.iter().find(|sheet| sheet.name == name).unwrap_or_else(|| {
        let names: Vec<_> = layout().sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        panic!("no {name} among {names:#?}")
    })
}

fn headings(name: &str) -> Vec<&'static str> {
    sheet(name).columns.iter().filter(|column| !column.is_rare).map(|column| column.heading.as_str()).collect()
}

#[test]
fn names_fit_and_none_is_given_twice() {
    let mut names = BTreeSet::new();
    for sheet in &layout().sheets {
        assert!(names.insert(plain(&sheet.name)), "{} twice", sheet.name);
        assert!(
            sheet.name.chars().count() <= LONGEST_NAME && !sheet.name.contains(['[', ']', ':', '*', '?', '/', '\\'])
        );
        let mut headings = BTreeSet::new();
        for column in &sheet.columns {
            assert!(headings.insert(plain(&column.heading)), "{}: {} twice", sheet.name, column.heading);
        }
    }
}

#[test]
fn a_list_is_a_sheet_and_a_record_within_it_is_columns() {
    let headings = headings("Results");
    assert_eq!(headings[..3], ["ID", "Title", "Rba quadrant"], "{headings:?}");
    assert!(headings.contains(&"Target: by") && headings.contains(&"Baseline: value"), "{headings:?}");
    let Shape::List(list) = &sheet("Results - actuals").shape else { panic!("a list") };
    assert_eq!(list.keys, ["Results: ID"]);
    let Shape::List(list) = &sheet("Results - breakdowns - groups").shape else { panic!("a list") };
    assert_eq!(list.keys, ["Results: ID", "Results - breakdowns: number"]);
}

#[test]
fn what_there_is_once_is_a_sheet_of_fields() {
    let headings = headings("Return");
    assert!(headings.contains(&"Period: quarter") && headings.contains(&"Schema version"), "{headings:?}");
    assert!(matches!(sheet("Partnership").shape, Shape::Fields));
}

#[test]
fn what_must_be_filled_is_what_the_form_requires() {
    let required = |name: &str| -> Vec<_> {
        sheet(name).columns.iter().filter(|column| column.is_required).map(|column| column.heading.as_str()).collect()
    };
    assert_eq!(required("Partners"), ["ID", "Name"]);
    assert_eq!(required("Results"), ["ID", "Title"]);
    assert_eq!(required("Return"), ["Schema version", "Status", "Period: financial year", "Period: quarter"]);
}

#[test]
fn headings_are_compared_without_what_people_add() {
    assert_eq!(plain("  Target:  By *\n"), "target: by");
    assert_eq!(plain("Joined on:"), "joined on");
}
