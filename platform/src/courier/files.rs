//! Volumes: files that came beside a bundle, taken in as the line takes them, piece by piece.

use bangban_courier::{
    Answered, Arrived, Back, Bundle, BundleError, Named, Outcome, Piece, Volume,
};
use bangban_domain::directory::StaffId;
use bangban_domain::time::Timestamp;
use bangban_protocol::{BundleFault, ProblemCode};

use super::{Reply, answer, keys, off_the_loop, person};
use crate::fault::{Answer, Fault};
use crate::files::Asked;
use crate::session::SignedIn;
use crate::store::volumes::{self, KeptVolume};
use crate::store::{bundles, courier_keys, meta};
use crate::{Platform, clock};

/// Takes in a volume and says of each file of its trip whether it is here now.
pub(super) async fn take(
    platform: &Platform,
    carrier: Option<StaffId>,
    bundle: Bundle,
    sha256: String,
) -> Answer<Reply> {
    let db = platform.db();
    let header = bundle.header().clone();
    let part = header.part.ok_or(BundleError::Changed)?;
    let (station, signer) = (header.station, header.signer.clone());
    keys::counts(platform, &header).await?;
    let known = volumes::get(db.read(), header.id).await?;
    let came_at = known.as_ref().map_or(clock::now(), |known| Timestamp(known.taken_at));
    let pairs = keys::opening(platform, &header, came_at).await?;
    let volume = off_the_loop(move || bundle.open_volume(&pairs)).await?;
    let found = person(platform, volume.contents.person).await?;
    let (staff, division) = found.ok_or(BundleError::UnknownSender)?;
    let seal_to = courier_keys::sealing(db.read(), station, staff.id, &signer).await?;
    let seal_to = seal_to.ok_or(BundleError::UnknownSender)?;
    if known.as_ref().is_some_and(|known| known.sha256 != sha256) {
        return Err(Fault::of_bundle(BundleFault::Changed));
    }
    let of = bundles::get(db.read(), part.beside).await?;
    let released = of.is_some_and(|of| of.told.released_at.is_some());
    let newest = bundles::newest(db.read(), station).await?;
    let outcome = if known.is_some() {
        Outcome::TakenBefore
    } else if !staff.active && !released {
        Outcome::Held
    } else if header.number < newest {
        Outcome::Old
    } else {
        Outcome::Taken
    };
    let taken_at = known.map_or(clock::now().0, |known| known.taken_at);
    let who = SignedIn::by_bundle(staff, station, &division);
    if outcome != Outcome::Held {
        keep_pieces(platform, &who, &volume).await?;
        let kept = KeptVolume { id: header.id, station, person: who.staff.id, sha256, taken_at };
        let mut tx = db.write().await?;
        volumes::insert(&mut tx, &kept, part, carrier).await?;
        tx.commit().await?;
    }
    tracing::info!(volume = %header.id, number = header.number, ?outcome, "a volume was taken in");
    let back = Back {
        receipts: Vec::new(),
        held: Vec::new(),
        epoch: meta::epoch(db.read()).await?,
        server_time: clock::now().0,
        news: Vec::new(),
        left_out: Vec::new(),
        files: arrived(platform, &who, &volume.contents.files).await?,
        keys: None,
    };
    let answers = Answered { bundle: header.id, outcome, taken_at, newest };
    answer::seal(platform, &header, answers, seal_to, back).await
}

/// Keeps what is in a volume, each piece as if it had come over the line.
async fn keep_pieces(platform: &Platform, who: &SignedIn, volume: &Volume) -> Answer<()> {
    for (piece, bytes) in volume.pieces() {
        match keep(platform, who, piece, bytes).await {
            Err(fault) if fault.code == ProblemCode::Internal => return Err(fault),
            // One that is not what it says, or for which a piece in between is still to come, does
            // not stop the others; the answer says that it is not here.
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

async fn keep(platform: &Platform, who: &SignedIn, piece: &Piece, bytes: &[u8]) -> Answer<()> {
    let file = Asked::new(platform, who, &piece.sha256)?;
    let state = file.offer(piece.bytes).await?;
    if state.complete {
        return Ok(());
    }
    // Part of it may have come over the line, or with this very volume before.
    let known = state.offset.checked_sub(piece.offset).filter(|known| *known < piece.length);
    let Some(known) = known else { return Ok(()) };
    let rest = bytes.get(usize::try_from(known).unwrap_or(usize::MAX)..).unwrap_or_default();
    file.add(state.offset, rest.to_vec().into()).await.map(drop)
}

/// Of each file of a trip, whether it is here.
pub(super) async fn arrived(
    platform: &Platform,
    who: &SignedIn,
    files: &[Named],
) -> Answer<Vec<Arrived>> {
    let mut told = Vec::with_capacity(files.len());
    for file in files {
        let state = match Asked::new(platform, who, &file.sha256) {
            Ok(asked) => asked.state().await,
            Err(fault) => Err(fault),
        };
        let complete = match state {
            Ok(state) => state.complete && state.bytes == file.bytes,
            Err(fault) if fault.code == ProblemCode::Internal => return Err(fault),
            Err(_) => false,
        };
        told.push(Arrived { sha256: file.sha256.clone(), bytes: file.bytes, complete });
    }
    Ok(told)
}
