//! An HTML report, taken apart.

use super::markup::{Token, tokens};
use super::{Fact, FileKind, Heard, NotAReport, Opened, Piece, collapsed};
use crate::render::digest;

/// Elements whose words run on in the words around them.
const INLINE: [&str; 11] = ["a", "b", "bdi", "br", "em", "i", "span", "strong", "tspan", "wbr", "small"];

/// Elements around the text.
const FURNITURE: [&str; 4] = ["nav", "footer", "summary", "title"];

pub(super) fn open(text: &str) -> Result<Opened, NotAReport> {
    let tokens = tokens(text);
    let mut reader = Reader::default();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Open { name, attributes, closed } => {
                reader.about(name, attributes);
                if *name == "script" && value(attributes, "id") == Some("report-data") {
                    let data = tokens.get(index + 1);
                    reader.found_data(data, value(attributes, "data-sha256"));
                }
                reader.open(name, *closed, attributes);
            }
            Token::Close(name) => reader.close(name),
            Token::Words(words) => reader.words(words),
            Token::Raw(style) => {
                // The data are compared as data, not as looks.
                if matches!(tokens.get(index.wrapping_sub(1)), Some(Token::Open { name, .. }) if *name == "style") {
                    reader.look("the style sheet", style);
                }
            }
            Token::Other(text) => reader.marks.push_str(text),
        }
    }
    reader.finish()
}

#[derive(Default)]
struct Reader<'a> {
    opened: Opened,
    has_data: bool,
    /// The elements that are open and matter to what words are.
    inside: Vec<(&'a str, Heard)>,
    words: String,
    role: String,
    section: String,
    heading: Option<String>,
    /// Tags and attributes since the last piece, whose digest shows a change that no word shows.
    marks: String,
}

/// What an attribute says.
fn value<'b>(attributes: &'b [(&str, String)], wanted: &str) -> Option<&'b str> {
    attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
}

impl<'a> Reader<'a> {
    /// What the head of a page says.
    fn about(&mut self, name: &str, attributes: &[(&str, String)]) {
        let mut fact = |name: String, words: &str| self.opened.facts.push(Fact { name, words: words.to_owned() });
        match name {
            "html" => {
                if let Some(language) = value(attributes, "lang") {
                    fact("language".to_owned(), language);
                }
            }
            "meta" => {
                let named = value(attributes, "name").or_else(|| value(attributes, "http-equiv"));
                if let (Some(named), Some(content)) = (named, value(attributes, "content")) {
                    fact(named.to_owned(), content);
                }
            }
            _ => {}
        }
    }

    fn found_data(&mut self, data: Option<&Token<'_>>, digest: Option<&str>) {
        if let Some(Token::Raw(data)) = data
            && !self.has_data
        {
            self.has_data = true;
            (*data).clone_into(&mut self.opened.data);
            self.opened.stated_digest = digest.map(str::to_owned);
        }
    }

    fn open(&mut self, name: &'a str, closed: bool, attributes: &[(&str, String)]) {
        let is_inline = INLINE.contains(&name);
        if !is_inline {
            self.piece();
        }
        if name == "br" {
            self.words.push(' ');
        }
        self.mark(name, attributes);
        for (attribute, value) in attributes.iter().filter(|(name, _)| ["aria-label", "alt", "title"].contains(name)) {
            let role = (*attribute).to_owned();
            self.say(Heard::Description, collapsed(value), role);
        }
        if closed || name == "br" || name == "wbr" || name == "meta" || name == "col" {
            return;
        }
        let heard = match name {
            "svg" => Some(Heard::Drawing),
            "title" | "desc" if self.heard() == Heard::Drawing => Some(Heard::Description),
            _ if FURNITURE.contains(&name) || value(attributes, "class") == Some("skip") => Some(Heard::Furniture),
            _ => None,
        };
        if let Some(heard) = heard {
            self.piece();
            self.inside.push((name, heard));
        }
        if ["h1", "h2"].contains(&name) {
            self.heading = Some(String::new());
        }
        if !is_inline {
            name.clone_into(&mut self.role);
        }
    }

    fn close(&mut self, name: &'a str) {
        if !INLINE.contains(&name) {
            self.piece();
            self.role.clear();
        }
        if self.inside.last().is_some_and(|(open, _)| *open == name) {
            self.piece();
            self.inside.pop();
        }
        if ["h1", "h2"].contains(&name)
            && let Some(heading) = self.heading.take()
        {
            self.section = collapsed(&heading);
        }
    }

    fn words(&mut self, words: &str) {
        self.words.push_str(words);
    }

    fn heard(&self) -> Heard {
        self.inside.last().map_or(Heard::Text, |(_, heard)| *heard)
    }

    /// Ends the words that were being read.
    fn piece(&mut self) {
        let words = collapsed(&std::mem::take(&mut self.words));
        if !words.is_empty() {
            if let Some(heading) = &mut self.heading
                && self.inside.is_empty()
            {
                heading.push(' ');
                heading.push_str(&words);
            }
            self.say(self.heard(), words, self.role.clone());
        }
    }

    fn say(&mut self, heard: Heard, words: String, role: String) {
        if words.is_empty() {
            return;
        }
        let near: String = words.chars().take(60).collect();
        self.opened.pieces.push(Piece { heard, page: 0, section: self.section.clone(), words, role });
        if !self.marks.is_empty() {
            let marks = std::mem::take(&mut self.marks);
            self.look(&format!("the page around “{near}”"), &marks);
        }
    }

    fn mark(&mut self, name: &str, attributes: &[(&str, String)]) {
        let is_data = name == "script";
        self.marks.push('<');
        self.marks.push_str(name);
        for (attribute, value) in attributes {
            // The policy names the digest of the data, and is compared as what the page says about itself.
            if !(is_data || name == "meta") {
                self.marks.push(' ');
                self.marks.push_str(attribute);
                self.marks.push('=');
                self.marks.push_str(value);
            }
        }
    }

    fn look(&mut self, name: &str, text: &str) {
        let words = digest::hex(&digest::sha256(text.as_bytes()));
        self.opened.looks.push(Fact { name: name.to_owned(), words });
    }

    fn finish(mut self) -> Result<Opened, NotAReport> {
        self.piece();
        let rest = std::mem::take(&mut self.marks);
        self.look("the end of the page", &rest);
        self.opened.kind = FileKind::Html;
        match (self.has_data, self.opened.pieces.is_empty() && self.opened.facts.is_empty()) {
            (true, _) => Ok(self.opened),
            (false, true) => Err(NotAReport::OtherKind),
            (false, false) => Err(NotAReport::NoData),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_apart_by_their_elements_and_stay_together_by_their_letters() {
        let page = "<html lang=\"en-GB\"><head><title>T &amp; t</title></head><body><h2><span>3</span> Results</h2>\
                    <p>One <b>two</b><wbr>three<br>four</p><svg aria-label=\"A chart\"><text>185</text></svg>\
                    <script type=\"application/json\" id=\"report-data\" data-sha256=\"ab\">{}</script></body></html>";
        let opened = open(page).unwrap();
        let said: Vec<_> = opened.pieces.iter().map(|piece| (piece.heard, piece.words.as_str())).collect();
        assert_eq!(
            said,
            [
                (Heard::Furniture, "T & t"),
                (Heard::Text, "3 Results"),
                (Heard::Text, "One twothree four"),
                (Heard::Description, "A chart"),
                (Heard::Drawing, "185"),
            ]
        );
        assert_eq!(opened.pieces[2].section, "3 Results");
        assert_eq!((opened.data.as_str(), opened.stated_digest.as_deref()), ("{}", Some("ab")));
    }

    #[test]
    fn a_page_without_data_is_no_report() {
        assert_eq!(open("<p>Words</p>"), Err(NotAReport::NoData));
        assert_eq!(open(""), Err(NotAReport::OtherKind));
    }
}
