//! The search of the product: one index over matters, situations, materials, knowledge, statutes,
//! canned replies and cases, found as one types.
//!
//! A derivable cache and nothing else: it knows no store, no network and no window. Whoever has
//! documents puts them with [`Index::write`]; [`Index::find`] answers with groups of hits. Every
//! file of it is encrypted. What is found and how it is ranked: docs/search.md.

mod batch;
mod codes;
mod document;
mod error;
mod find;
mod fold;
mod index;
mod query;
mod schema;
mod sealed;
mod sound;
mod synonyms;
mod units;

pub use batch::Batch;
pub use document::{Document, Facets, Kind, Passage, Role, Season};
pub use error::{Error, Unusable};
pub use find::highlight;
pub use fold::fold;
pub use index::Index;
pub use query::{Excerpt, Filters, Found, Group, Hit, MAX_LIMIT, Query, Reason};
pub use synonyms::Synonyms;
