//! Seeded histories.

use bangban_faults::history;
use bangban_faults::template::Template;

#[tokio::test]
async fn first() {
    let template = Template::make().await.expect("template");
    let began = std::time::Instant::now();
    for seed in 0..20 {
        let outcome = history::seed(&template, seed, seed % 5 == 0, &[]).await.expect("history");
        if !outcome.violations.is_empty() {
            println!("{}", outcome.log);
            panic!("seed {seed}: {:#?}", outcome.violations);
        }
    }
    println!("{:?}", began.elapsed());
}
