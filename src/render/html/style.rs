//! The style of a page: the two style sheets, and the running heads of its printed pages.

use std::fmt::Write as _;

use super::templates::Templates;
use crate::render::RenderError;
use crate::report::Report;

/// Everything the one style element holds.
pub(super) fn style(report: &Report, templates: &Templates<'_>) -> Result<String, RenderError> {
    let screen = templates.style("style/style.css")?;
    let print = templates.style("style/print.css")?;
    // Without white space at either end, which checkers of pages do not count into the digest.
    Ok(format!("{}\n{}\n{}", screen.trim(), print.trim(), running_heads(report).trim_end()))
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
