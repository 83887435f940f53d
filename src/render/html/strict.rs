//! A caller's template is looked through before anything is drawn, so that a slip in it is told whatever the return
//! happens to hold. It may ask for the fields that ours of the same name asks for, and may print as HTML only what ours
//! prints so. Knows how templates are written, not what stands in their fields.

use std::collections::BTreeSet;

use handlebars::template::{BlockParam, DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement};
use handlebars::{Path, PathSeg};

use crate::render::RenderError;

/// What templates can call. Handlebars has more; these are what a report has use for.
const HELPERS: [&str; 16] =
    ["and", "each", "eq", "gt", "gte", "if", "len", "lookup", "lt", "lte", "ne", "nest", "not", "or", "unless", "with"];

/// How a template speaks of the value it stands in.
const THIS: &str = "this";

/// Holds a template of a caller's, and its text, against ours of the same name.
pub(super) fn check(name: &str, text: &str, own: &Template, ours: &Template) -> Result<(), RenderError> {
    let (own, ours) = (Asked::of(own), Asked::of(ours));
    let missing = |word: &String, known: Vec<&str>| RenderError::NotInTemplates {
        name: name.to_owned(),
        line: line_of(text, word, false),
        word: word.clone(),
        known: known.join(", "),
    };
    if let Some(word) = own.helpers.iter().find(|word| !HELPERS.contains(&word.as_str())) {
        return Err(missing(word, HELPERS.to_vec()));
    }
    if let Some(word) = own.fields.iter().find(|word| !ours.fields.contains(*word) && !own.aliases.contains(*word)) {
        return Err(missing(word, ours.fields.iter().map(String::as_str).collect()));
    }
    match own.unescaped.difference(&ours.unescaped).next() {
        Some(field) => Err(RenderError::NotEscaped {
            name: name.to_owned(),
            line: line_of(text, field, true),
            field: field.clone(),
        }),
        None => Ok(()),
    }
}

/// The line of the first tag that has a word in it; of those that print as it is, where that is asked.
fn line_of(text: &str, word: &str, unescaped: bool) -> usize {
    let prints_as_it_is = |tag: &str| tag.starts_with(['{', '&']) || tag.contains("nest");
    let mut line = 1;
    for (at, part) in text.split("{{").enumerate() {
        let tag = part.split("}}").next().unwrap_or_default();
        let mut words = tag.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        // Before the first tag stands no tag, and a remark asks for nothing.
        let is_tag = at > 0 && !tag.starts_with('!') && (!unescaped || prints_as_it_is(tag));
        if is_tag && words.any(|found| found == word) {
            return line;
        }
        line += part.matches('\n').count();
    }
    1
}

/// What a template asks for.
#[derive(Default)]
struct Asked {
    helpers: BTreeSet<String>,
    fields: BTreeSet<String>,
    /// What it prints as it is.
    unescaped: BTreeSet<String>,
    /// Names that it gives itself: `{{#each lines as |line|}}`.
    aliases: BTreeSet<String>,
}

impl Asked {
    fn of(template: &Template) -> Self {
        let mut asked = Self::default();
        asked.template(template);
        asked
    }

    fn template(&mut self, template: &Template) {
        for element in &template.elements {
            self.element(element);
        }
    }

    fn element(&mut self, element: &TemplateElement) {
        match element {
            TemplateElement::Expression(helper) | TemplateElement::HelperBlock(helper) => self.helper(helper, false),
            TemplateElement::HtmlExpression(helper) => self.helper(helper, true),
            TemplateElement::DecoratorExpression(decorator)
            | TemplateElement::DecoratorBlock(decorator)
            | TemplateElement::PartialExpression(decorator)
            | TemplateElement::PartialBlock(decorator) => self.decorator(decorator),
            // Handlebars may learn to write more; what it prints is looked at when it renders.
            TemplateElement::RawString(_) | TemplateElement::Comment(_) | _ => {}
        }
    }

    fn helper(&mut self, helper: &HelperTemplate, unescaped: bool) {
        let calls = helper.block || !helper.params.is_empty() || !helper.hash.is_empty();
        let called = if calls { helper.name.as_name() } else { None };
        match called {
            Some(called) => {
                self.helpers.insert(called.to_owned());
            }
            None => self.parameter(&helper.name, unescaped),
        }
        if let Some(names) = &helper.block_param {
            let names = match names {
                BlockParam::Single(name) => vec![name],
                BlockParam::Pair((one, other)) => vec![one, other],
                _ => Vec::new(),
            };
            self.aliases.extend(names.into_iter().filter_map(Parameter::as_name).map(str::to_owned));
        }
        // What is nested is finished HTML, and printed as it is.
        let unescaped = unescaped || called == Some("nest");
        for parameter in helper.params.iter().chain(helper.hash.values()) {
            self.parameter(parameter, unescaped);
        }
        for inner in helper.template.iter().chain(&helper.inverse) {
            self.template(inner);
        }
    }

    fn decorator(&mut self, decorator: &DecoratorTemplate) {
        for parameter in decorator.params.iter().chain(decorator.hash.values()) {
            self.parameter(parameter, false);
        }
        if let Some(inner) = &decorator.template {
            self.template(inner);
        }
    }

    fn parameter(&mut self, parameter: &Parameter, unescaped: bool) {
        match parameter {
            Parameter::Path(Path::Relative((segments, _))) => {
                let named = segments.iter().filter_map(|segment| match segment {
                    PathSeg::Named(name) if !name.bytes().all(|letter| letter.is_ascii_digit()) => Some(name.clone()),
                    PathSeg::Named(_) | PathSeg::Ruled(_) | _ => None,
                });
                let words: Vec<String> = named.collect();
                if unescaped {
                    self.unescaped.insert(words.last().cloned().unwrap_or_else(|| THIS.to_owned()));
                }
                self.fields.extend(words);
            }
            Parameter::Subexpression(inner) => {
                if let TemplateElement::Expression(helper) = inner.as_element() {
                    self.helper(helper, unescaped);
                }
            }
            // A place in a list (`@index`), or a value that stands in the template itself.
            Parameter::Path(Path::Local(_)) | Parameter::Name(_) | Parameter::Literal(_) | _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "{{#each lines}}<b>{{count}}</b> {{{status}}}{{#if words}}{{nest words 2}}{{/if}}{{/each}}";

    fn said(own: &str) -> String {
        let [template, ours] = [own, OURS].map(|text| Template::compile(text).unwrap());
        check("blocks/tally.hbs", own, &template, &ours).map_or_else(|error| error.to_string(), |()| String::new())
    }

    #[test]
    fn what_ours_asks_for_may_be_asked_for() {
        for own in [
            OURS,
            "<p>{{lines.0.count}} {{lines.[1].count}} {{this}} {{#with lines}}{{../lines}}{{/with}}</p>",
            "{{#each lines as |line at|}}{{at}} {{line.count}} {{@index}} {{@root.lines}}{{/each}}",
            "{{#if (eq (len lines) 2)}}two{{else if lines}}{{#unless lines}}{{/unless}}{{/if}}{{!-- titel --}}",
            "{{lookup lines 0}}",
        ] {
            assert_eq!(said(own), "", "{own}");
        }
    }

    #[test]
    fn a_slip_is_told_at_its_line_wherever_it_stands() {
        let told = "template blocks/tally.hbs, line 2: there is no “cuont”; there are: count, lines, status, words";
        for own in [
            "\n{{cuont}}",
            "\n{{#each cuont}}{{/each}}",
            "{{#each lines}}\n{{cuont}}{{/each}}",
            "{{#each lines}}\n{{#if words}}{{else}}{{nest this.cuont 2}}{{/if}}{{/each}}",
            "\n{{#if (eq cuont 2)}}{{/if}}",
            "\n{{lines.0.cuont}}",
        ] {
            assert_eq!(said(own), told, "{own}");
        }
        let told = "template blocks/tally.hbs, line 1: there is no “upper”; there are: and, each, ";
        assert!(said("{{upper lines}}").starts_with(told), "{}", said("{{upper lines}}"));
    }

    #[test]
    fn words_from_a_return_are_never_printed_as_markup() {
        let told = "template blocks/tally.hbs, line 1: “count” may hold words from a return, which two braces print and \
                    three do not";
        for own in [
            "{{{count}}}",
            "{{&count}}",
            "{{nest count 2}}",
            "{{#each lines}}{{{this.count}}}{{/each}}",
            "{{{lookup count 0}}}",
        ] {
            assert_eq!(said(own), told, "{own}");
        }
        assert!(said("{{#with lines}}{{{this}}}{{/with}}").contains("“this” may hold words"));
    }
}
