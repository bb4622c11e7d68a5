//! Bundles that are kept because their account is disabled, and the manager who lets one be judged.

use bangban_courier::{Bundle, BundleError};
use bangban_domain::directory::Role;
use bangban_protocol::{BundleTaken, FieldFault, MAX_REASON_CHARS, ProblemCode};
use uuid::Uuid;

use super::{Reply, person, take};
use crate::fault::{Answer, Fault};
use crate::session::SignedIn;
use crate::store::{audit, bundles};
use crate::{Platform, clock, scope};

/// The bundles of a manager's county.
pub(crate) async fn list(platform: &Platform, who: &SignedIn) -> Answer<Vec<BundleTaken>> {
    is_manager(who)?;
    let Some(county) = who.county() else { return Ok(Vec::new()) };
    let mine = bundles::all(platform.db().read(), Some(county)).await?;
    Ok(mine.into_iter().map(|kept| kept.told).collect())
}

/// Lets a kept bundle be judged. `by`: a manager, for the bundles of their county. One that was
/// released before gets the answer of then: the first one may have been lost on the line.
pub(crate) async fn release(
    platform: &Platform,
    bundle: Uuid,
    by: Option<&SignedIn>,
    reason: &str,
) -> Answer<Reply> {
    let told = looked_after(platform, bundle, by).await?;
    if told.released_at.is_some() && !told.held {
        return answered(platform, bundle).await;
    }
    let reason = said(reason)?;
    let file = bundles::held_file(platform.db().read(), bundle).await?;
    let file = file.ok_or_else(|| Fault::from(ProblemCode::NotFound))?;
    let mut tx = platform.db().write().await?;
    let (now, by) = (clock::now(), by.map(|who| who.staff.id));
    // Whoever comes second finds it released, and says the same.
    if bundles::release(&mut tx, bundle, by, now).await? {
        let about = bundle.to_string();
        audit::add(&mut tx, now, by, audit::What::BundleReleased, &about, reason).await?;
    }
    tx.commit().await?;
    let reply = take(platform, told.carrier, file).await?;
    let mut tx = platform.db().write().await?;
    bundles::keep_answer(&mut tx, bundle, &reply.file).await?;
    tx.commit().await?;
    Ok(reply)
}

/// The answer to a bundle that was released, once more.
pub(crate) async fn again(platform: &Platform, bundle: Uuid, who: &SignedIn) -> Answer<Reply> {
    looked_after(platform, bundle, Some(who)).await?;
    answered(platform, bundle).await
}

/// What is told of a bundle that this manager looks after, or the command line.
async fn looked_after(
    platform: &Platform,
    bundle: Uuid,
    by: Option<&SignedIn>,
) -> Answer<BundleTaken> {
    if let Some(who) = by {
        is_manager(who)?;
    }
    let kept = bundles::get(platform.db().read(), bundle).await?;
    let told = kept.ok_or_else(|| Fault::from(ProblemCode::NotFound))?.told;
    if let Some(who) = by {
        let person = person(platform, told.person).await?;
        let theirs = person.is_some_and(|(_, division)| {
            who.partitions.iter().any(|known| *known == scope::region(&division))
        });
        if !theirs {
            return Err(ProblemCode::NotFound.into());
        }
    }
    Ok(told)
}

async fn answered(platform: &Platform, bundle: Uuid) -> Answer<Reply> {
    let kept = bundles::answer(platform.db().read(), bundle).await?;
    let file = kept.ok_or_else(|| Fault::from(ProblemCode::NotFound))?;
    super::off_the_loop(move || {
        let bundle = Bundle::read(file)?;
        let header = bundle.header().clone();
        Ok::<_, BundleError>(Reply { header, file: bundle.file().to_vec() })
    })
    .await
}

fn is_manager(who: &SignedIn) -> Answer<()> {
    if who.staff.role == Role::Management { Ok(()) } else { Err(ProblemCode::Forbidden.into()) }
}

pub(super) fn said(reason: &str) -> Answer<&str> {
    let reason = reason.trim();
    let fault = match reason.chars().count() {
        0 => FieldFault::Missing,
        count if count > MAX_REASON_CHARS => FieldFault::TooLong,
        _ => return Ok(reason),
    };
    Err(Fault::of_field(ProblemCode::Malformed, "reason", fault))
}
