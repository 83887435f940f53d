//! How a series of figures reads, as it is shown: centre, limits and signals, worked out from the figures shown.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Number;
use crate::returns::control::{Side, SignalKind};

/// How a series reads. Worked out from the figures that are shown and from nothing else, so that it tells nothing of a
/// hidden one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReadingShown {
    /// One stretch, or several where the chart begins anew at a marked change.
    pub stretches: Vec<StretchShown>,
    /// Every signal, by point.
    pub signals: Vec<SignalShown>,
}

/// Points that share a centre and limits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StretchShown {
    /// Its first point, from 0.
    pub from: usize,
    /// The point after its last.
    pub to: usize,
    /// The mean where there are limits, else the median.
    pub centre: Number,
    /// The limits; `None` where there are too few points for them.
    pub limits: Option<LimitsShown>,
}

/// The limits of a control chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LimitsShown {
    /// The mean difference between neighbours.
    pub moving_range: Number,
    /// The lower limit; `None` where no figure could be so low.
    pub lower: Option<Number>,
    /// The upper limit; `None` where no figure could be so high.
    pub upper: Option<Number>,
}

/// A signal at a point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SignalShown {
    /// The point, from 0.
    pub at: usize,
    /// Which signal.
    pub kind: SignalKind,
    /// On which side; of a trend, which way it goes.
    pub side: Side,
}
