use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::report::block::Style;
use crate::report::{reading_order, sample};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_said_and_nothing_more(text in "(\\PC|[\\x00-\\x20<>&\"'{}]|[א-ת]|\u{202E}){0,24}") {
        let report = sample::saying(Style::Funder, &|words| format!("{words}{text}"));
        let page = page(&report);
        let said = collapsed(&unescaped(&words_of(&page)));
        // A page may not hold controls; it shows that one stood there.
        let meant: String = reading_order(&report).join(" ").chars().map(|letter| match letter {
            '\t' | '\n' | '\r' => ' ',
            _ if text::is_forbidden(letter) => '\u{FFFD}',
            _ => letter,
        }).collect();
        prop_assert_eq!(said, collapsed(&meant));
        prop_assert_eq!(page.matches("<script").count(), 1);
    }
}

const STYLES: [Style; 3] = [Style::Funder, Style::Members, Style::Public];

fn page(report: &Report) -> String {
    html(report, &HtmlOptions::default()).unwrap()
}

fn with_template(name: &str, text: &str) -> Result<String, RenderError> {
    let templates = BTreeMap::from([(name.to_owned(), text.to_owned())]);
    html(&sample::styled(Style::Funder), &HtmlOptions { templates })
}

/// What stands between two marks of a page.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page.find(from).unwrap_or_else(|| panic!("no {from}")) + from.len();
    let end = page[start..].find(to).unwrap_or_else(|| panic!("no {to}")) + start;
    &page[start..end]
}

/// The words of a page as a reader meets them, without navigation, furniture and the inside of charts.
fn words_of(page: &str) -> String {
    let mut body = between(page, "<body", "<script").to_owned();
    for (open, close) in [
        ("<a class=\"skip\"", "</a>"),
        ("<nav", "</nav>"),
        ("<footer", "</footer>"),
        ("<summary", "</summary>"),
        ("<svg", "</svg>"),
    ] {
        while let Some(start) = body.find(open) {
            let end = body[start..].find(close).expect("what opens is closed") + start + close.len();
            body.replace_range(start..end, "");
        }
    }
    let (mut words, mut inside) = (String::new(), true);
    for letter in body.replace("<br>", " ").chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if inside => {}
            _ => words.push(letter),
        }
    }
    words
}

/// The names of all attributes: no quotation mark of a text stands unescaped.
fn attribute_names(page: &str) -> Vec<&str> {
    let markup = page.split("id=\"report-data\"").next().unwrap_or_default();
    let name = |at| markup[..at].rsplit([' ', '\n']).next().unwrap_or_default();
    markup.match_indices("=\"").map(|(at, _)| name(at)).collect()
}

fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

fn collapsed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_page_says_the_words_of_its_report_in_order() {
    for style in STYLES {
        let report = sample::styled(style);
        let said = collapsed(&unescaped(&words_of(&page(&report))));
        assert_eq!(said, collapsed(&reading_order(&report).join(" ")));
    }
}

#[test]
fn nothing_from_a_return_is_markup_whatever_it_holds() {
    let hostile =
        "</script></style></title><img src=x onerror=alert(1)>\"'` {{title}} {{{data}}} {{> layout.hbs}} <!-- -->";
    let report = sample::saying(Style::Funder, &|text| format!("{text}{hostile}"));
    let page = page(&report);
    assert!(!page.contains("<img") && !page.contains("<!--"));
    assert!(attribute_names(&page).iter().all(|name| *name != "onerror" && *name != "src"));
    for element in ["script", "style", "title", "html", "body", "main"] {
        let once = if element == "title" { 1 + page.matches("<svg class=\"ch").count() } else { 1 };
        assert_eq!(page.matches(&format!("<{element}")).count(), once, "{element}");
        assert_eq!(page.matches(&format!("</{element}")).count(), once, "{element}");
    }
    let said = collapsed(&unescaped(&words_of(&page)));
    assert_eq!(said, collapsed(&reading_order(&report).join(" ")));
}

#[test]
fn the_same_tags_stand_whatever_the_words_are() {
    let tags = |say: &dyn Fn(&str) -> String| {
        let page = page(&sample::saying(Style::Members, say));
        let body = between(&page, "<body", "<script").to_owned();
        // Drawings place their words by their width; only their being there is compared.
        let names = body.split('<').skip(1).map(|tag| tag.split([' ', '>']).next().unwrap_or("").to_owned());
        names
            .filter(|name| !matches!(name.as_str(), "wbr" | "bdi" | "/bdi" | "text" | "/text" | "rect" | "path"))
            .collect::<Vec<_>>()
    };
    let plain = tags(&str::to_owned);
    assert_eq!(plain, tags(&|text| if text.is_empty() { String::new() } else { format!("<b>{text}</b>") }));
    assert_eq!(plain, tags(&|text| format!("{text}\u{202E}\u{0}\u{7}")));
    assert_eq!(plain, tags(&|text| format!("{text} שלום")));
}

#[test]
fn controls_do_not_reach_a_page() {
    let page = page(&sample::saying(Style::Funder, &|text| format!("{text}\u{0}\u{1b}[31m\u{FFFE}")));
    assert!(page.chars().all(|letter| letter == '\n' || !letter.is_control()));
    assert!(!page.contains('\u{FFFE}'));
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    let page = page(&sample::styled(Style::Funder));
    for forbidden in ["<link", "<script>", "@import", "url(", "javascript:", "http:", "https:"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    for name in attribute_names(&page) {
        assert!(name != "style" && name != "src" && name != "srcset" && !name.starts_with("on"), "{name}");
    }
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.contains("<script type=\"application/json\""));
}

#[test]
fn the_policy_allows_exactly_the_style_and_the_data_that_are_there() {
    let page = page(&sample::styled(Style::Public));
    let style = between(&page, "<style>", "</style>");
    let (_, data) = between(&page, "id=\"report-data\"", "</script>").split_once('>').unwrap();
    let policy = policy::content_security_policy(style, data);
    assert!(page.contains(&text::escaped(&policy)), "{policy}");
}

#[test]
fn the_data_come_back_as_they_were() {
    let mut report = sample::styled(Style::Funder);
    report.data = "{\"name\":\"</script><!-- \\u2028 & {{x}} \u{FFFE}\u{85}\u{1FFFF}\"}".to_owned();
    let page = page(&report);
    let data = between(&page, "id=\"report-data\"", "</script>");
    let (attributes, json) = data.split_once('>').unwrap();
    assert!(!json.contains(['<', '\u{FFFE}', '\u{85}', '\u{1FFFF}']));
    let before: serde_json::Value = serde_json::from_str(&report.data).unwrap();
    let after: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(before, after);
    assert!(attributes.contains(&policy::hex(&policy::sha256(report.data.as_bytes()))));
}

#[test]
fn headings_skip_no_level_and_there_is_one_title() {
    for style in STYLES {
        let page = page(&sample::styled(style));
        let levels: Vec<u32> =
            page.match_indices("<h").filter_map(|(at, _)| page[at + 2..].chars().next()?.to_digit(10)).collect();
        assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1);
        assert_eq!(levels.first(), Some(&1));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}

#[test]
fn ids_are_unique_and_links_lead_somewhere() {
    let page = page(&sample::styled(Style::Funder));
    let values = |name: &str| -> Vec<String> {
        page.match_indices(name).map(|(at, _)| between(&page[at..], name, "\"").to_owned()).collect()
    };
    let ids = values(" id=\"");
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len());
    let leads = [values("href=\"#"), values("aria-labelledby=\""), values("aria-describedby=\"")].concat();
    assert!(leads.len() > 10);
    for lead in leads {
        assert!(unique.contains(&lead), "{lead}");
    }
}

#[test]
fn the_same_report_gives_the_same_page() {
    assert_eq!(page(&sample::styled(Style::Funder)), page(&sample::styled(Style::Funder)));
}

#[test]
fn a_template_of_the_callers_takes_the_place_of_ours() {
    let page = with_template("blocks/tally.hbs", "<p>{{#each lines}}{{count}} {{/each}}</p>\r\n").unwrap();
    assert!(page.contains("<p>2 2 1 1 </p>"));
    assert!(!page.contains("class=\"tally\""));
}

#[test]
fn what_is_wrong_with_a_template_is_said_by_its_name() {
    let wrong = [
        ("blocks/tabel.hbs", "", "no template is called blocks/tabel.hbs"),
        (
            "blocks/tally.hbs",
            "<p>\n{{#each lines}}",
            "template blocks/tally.hbs, line 2: something is not closed here, or not written as handlebars asks",
        ),
        (
            "blocks/tally.hbs",
            "{{#each lines}}\n{{/if}}",
            "template blocks/tally.hbs, line 2: “each” is opened, and “if” is closed",
        ),
        (
            "blocks/tally.hbs",
            "<p>\n{{linse}}",
            "template blocks/tally.hbs, line 2: there is no “linse”; there are: count, lines, status",
        ),
        ("blocks/tally.hbs", "{{count}}", "template blocks/tally.hbs, line 1: “count” is not to be had at this place"),
        (
            "blocks/masthead.hbs",
            "<h1>{{{title}}}</h1>",
            "template blocks/masthead.hbs, line 1: “title” may hold words from a return, which two braces print and \
             three do not",
        ),
        ("style/print.css", "</STYLE>", "style sheet style/print.css holds “</style”, which would end it early"),
    ];
    for (name, text, message) in wrong {
        assert_eq!(with_template(name, text).unwrap_err().to_string(), message);
    }
}

/// A report without a tally shows a slip in the template of tallies all the same.
#[test]
fn a_slip_is_told_whatever_the_report_holds() {
    let mut report = sample::styled(Style::Members);
    report.blocks.clear();
    let templates = BTreeMap::from([("blocks/tally.hbs".to_owned(), "{{linse}}".to_owned())]);
    let error = html(&report, &HtmlOptions { templates }).unwrap_err();
    assert!(matches!(error, RenderError::NotInTemplates { .. }), "{error}");
}

#[test]
fn the_digest_of_templates_tells_sets_apart() {
    let digest = |pairs: &[(&str, &str)]| {
        let templates = pairs.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect();
        HtmlOptions { templates }.templates_digest()
    };
    assert_eq!(digest(&[]), None);
    assert_ne!(digest(&[("a", "b")]), digest(&[("ab", "")]));
}

#[test]
fn every_template_is_compiled_in() {
    let mut files = Vec::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("report-templates");
    for folder in ["", "audiences", "blocks", "style"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.push(name);
            }
        }
    }
    files.retain(|name| name != "README.md");
    files.sort();
    let mut names: Vec<_> = template_names().collect();
    names.sort_unstable();
    assert_eq!(files, names);
}

#[test]
fn the_guide_to_the_templates_names_each_of_them() {
    let guide = include_str!("../../../report-templates/README.md");
    for name in template_names() {
        assert!(guide.contains(&format!("`{name}`")), "{name}");
    }
}
