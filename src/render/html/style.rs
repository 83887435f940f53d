//! The style of a page: our two style sheets, that of a brand after them, and the running heads of its printed pages.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::templates::Templates;
use crate::render::RenderError;
use crate::report::Report;

/// Everything the one style element holds. `widths` are those of the columns of tables, in hundredths.
pub(super) fn style(report: &Report, widths: &BTreeSet<u8>, templates: &Templates<'_>) -> Result<String, RenderError> {
    let screen = templates.style("style/style.css")?;
    let print = templates.style("style/print.css")?;
    let brand = templates.style("style/brand.css")?;
    // Without white space at either end, which checkers of pages do not count into the digest.
    let parts = [screen, print, brand, column_widths(widths), running_heads(report)];
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    Ok(parts.join("\n"))
}

/// How wide columns are, where they stand side by side.
fn column_widths(widths: &BTreeSet<u8>) -> String {
    if widths.is_empty() {
        return String::new();
    }
    let rules: Vec<String> = widths.iter().map(|width| format!("  .w{width} {{ width: {width}%; }}\n")).collect();
    format!("@media print, (min-width: 57.5em) {{\n{}}}\n", rules.concat())
}

/// What stands above and below every printed page; page 1 has its masthead instead of the upper line.
fn running_heads(report: &Report) -> String {
    let marks = report.marks.join(" · ");
    let number = format!(
        "{} counter(page) {} counter(pages)",
        string(&report.page_words.before),
        string(&report.page_words.between)
    );
    let boxes = [
        ("top-left", string(&report.running_title)),
        ("top-right", string(&marks)),
        ("bottom-left", string(&report.foot)),
        ("bottom-right", number),
    ];
    let mut css = "@page {\n".to_owned();
    for (place, content) in boxes {
        // Writing to a string does not fail.
        let _ = writeln!(css, "  @{place} {{ content: {content}; }}");
    }
    css.push_str("}\n@page :first {\n  @top-left { content: none; }\n  @top-right { content: none; }\n}\n");
    css
}

/// Words as a CSS string. All but letters, digits and the plainest signs are written as code points, so that no name
/// can end the string or the style element.
fn string(words: &str) -> String {
    let mut css = "\"".to_owned();
    for letter in words.chars() {
        if letter.is_alphanumeric() || matches!(letter, ' ' | ',' | '.' | ':' | '-' | '·') {
            css.push(letter);
        } else if letter.is_control() {
            css.push(' ');
        } else {
            let _ = write!(css, "\\{:X} ", u32::from(letter));
        }
    }
    css.push('"');
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_ends_its_string() {
        assert_eq!(string("Page "), "\"Page \"");
        assert_eq!(string("a\"}</style>\n\\"), "\"a\\22 \\7D \\3C \\2F style\\3E  \\5C \"");
    }
}
