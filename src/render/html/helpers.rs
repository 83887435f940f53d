//! What templates can call besides handlebars' own helpers.

use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderErrorReason};

pub(super) fn register(registry: &mut Handlebars<'_>) {
    registry.register_helper("nest", Box::new(nest));
}

/// `{{nest blocks 2}}`: finished HTML of several lines, each set in by so many spaces. It is not escaped again.
fn nest(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let html = helper.param(0).and_then(|html| html.value().as_str());
    let spaces = helper.param(1).and_then(|spaces| spaces.value().as_u64());
    let (Some(html), Some(spaces)) = (html, spaces) else {
        return Err(RenderErrorReason::Other("nest wants HTML and a number of spaces".to_owned()).into());
    };
    let indent = " ".repeat(usize::try_from(spaces).unwrap_or(0).min(40));
    for (at, line) in html.lines().enumerate() {
        if at > 0 {
            out.write("\n")?;
        }
        if !line.is_empty() {
            out.write(&indent)?;
            out.write(line)?;
        }
    }
    Ok(())
}
