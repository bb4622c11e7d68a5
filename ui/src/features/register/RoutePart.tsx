import { Waypoints } from "lucide-react";

import { useWords } from "@/i18n";
import { Choice, Icon } from "@/ui";

import type { Form } from "./form";
import styles from "./register.module.css";
import type { Routing } from "./useIntake";

const ELSEWHERE = "elsewhere";
const OWN = "own";

/** Says when the routing table names somebody else, and lets the person decide. */
export function RoutePart({ routing, change }: {
  routing: Routing;
  change: (patch: Partial<Form>) => void;
}) {
  const r = useWords().register.route;
  const { elsewhere, chosen, own, place } = routing;
  if (!elsewhere || own === undefined) return null;
  const follows = chosen !== null;
  return (
    <section aria-label={r.choose} className={styles.route}>
      <p className={styles.routeSays}>
        <Icon of={Waypoints} size={1} />
        <span>{r.says(place)}</span>
      </p>
      <Choice
        hideLabel
        label={r.choose}
        onChange={(where) =>
          change({ organisation: where === OWN ? own : elsewhere.organisation })
        }
        options={[
          { id: ELSEWHERE, label: r.to(place) },
          { id: OWN, label: r.own },
        ]}
        value={follows ? ELSEWHERE : OWN}
      />
      <p className={styles.papers}>{consequence()}</p>
    </section>
  );

  function consequence(): string {
    if (!follows) return r.stays;
    return elsewhere?.designated ? r.noReturn(place) : r.noClaim(place);
  }
}
