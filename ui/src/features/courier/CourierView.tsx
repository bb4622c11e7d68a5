import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";

import { useCommand } from "@/api";
import { useWords } from "@/i18n";
import { Icon } from "@/ui";

import styles from "./courier.module.css";
import { HeldNote } from "./held/HeldNote";
import { History } from "./History";
import { PackPart } from "./PackPart";
import { TakePart } from "./TakePart";

/** Three ways with courier bundles: pack one, take one in, see what became of them. */
export function CourierView() {
  const words = useWords().courier;
  const role = useCommand("session_state", {}).data?.me?.staff.role;
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <header>
          <Link className={styles.back} to="/sync">
            <Icon of={ArrowLeft} size={0.875} />
            {words.back}
          </Link>
          <h1 className={styles.title}>{words.title}</h1>
          <p className={styles.lead}>{words.lead}</p>
          {role === "management" && <HeldNote />}
        </header>
        <div className={styles.ways}>
          <PackPart />
          <TakePart />
        </div>
        <History />
      </div>
    </div>
  );
}
