//! Today. Only warnings about the future come from it; nothing in a report does.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::returns::Date;

/// Today's date in Greenwich; `None` on a machine whose clock is before 1970.
pub(super) fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Date::from_days_since_1970(i64::try_from(since.as_secs() / 86_400).ok()?)
}
