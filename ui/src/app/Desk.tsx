import { Outlet } from "@tanstack/react-router";
import { useEffect, useState } from "react";

import { cache, useCommand } from "@/api";
import { FirstSync, Session, SignIn } from "@/features/session";
import { Frame } from "@/features/frame";
import { FilesUnderWay } from "@/features/review/files";
import type { Me, SessionState } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { AskGate } from "@/pages/AskGate";
import { PaperGate } from "@/pages/PaperGate";
import { RegisterGate } from "@/pages/RegisterGate";
import { SearchGate } from "@/pages/SearchGate";
import { forgetRemembered } from "@/prefs";
import { Button, ErrorState, Waiting } from "@/ui";

/** What one person has read is not there for the next one at this window. */
function forgetPerson(): void {
  forgetRemembered();
  cache.removeQueries({ predicate: ({ queryKey: [name] }) => name !== "session_state" });
}

/** The way in: sign-in, then the first download, then the desk. */
export function Desk() {
  const w = useWords();
  const session = useCommand("session_state", {});
  const account = session.data?.me?.staff.id;
  useEffect(() => {
    if (account === undefined) return undefined;
    return () => forgetPerson();
  }, [account]);

  if (session.isPending) return <Waiting label={w.common.loading} />;
  // A question that failed later takes nothing away from what is on the screen.
  if (session.isError && !session.data) {
    return (
      <ErrorState
        action={<Button onPress={() => void session.refetch()}>{w.common.retry}</Button>}
        text={errorWords(w, session.error)}
        title={w.errors.title}
        trace={session.error.trace_id ? w.errors.trace(session.error.trace_id) : undefined}
      />
    );
  }
  const { me } = session.data;
  if (!me) return <SignIn session={session.data} />;
  return (
    <Session me={me} waiting={<FirstSync />}>
      <Signed me={me} session={session.data} />
    </Session>
  );
}

/** The desk of a person, and what opens above any of its pages. */
function Signed({ me, session }: { me: Me; session: SessionState }) {
  const [isSearching, setSearching] = useState(false);
  return (
    <>
      <Frame onSearch={() => setSearching(true)} session={session}>
        <Outlet />
      </Frame>
      <FilesUnderWay />
      <RegisterGate me={me} />
      <PaperGate />
      <AskGate />
      {isSearching && <SearchGate onClose={() => setSearching(false)} />}
    </>
  );
}
