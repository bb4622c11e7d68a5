import { UserRoundPlus } from "lucide-react";
import { type SubmitEvent, useState } from "react";

import { useAction } from "@/api";
import type { SessionState } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { usePreferences } from "@/prefs";
import { Button, Icon, Notice, Seal, TextField } from "@/ui";

import { AccountList } from "./AccountList";
import styles from "./session.module.css";
import { Wait } from "./Wait";

/** The door: who one is, the password, and what works without a network. */
export function SignIn({ session }: { session: SessionState }) {
  const w = useWords();
  const { preferences, change } = usePreferences();
  const other = preferences.language === "en" ? "zh-CN" : "en";
  return (
    <div className={styles.page}>
      <main aria-labelledby="sign-in" className={styles.sheet}>
        <div className={styles.brand}>
          <Seal size={3} />
          <div>
            <h1 className={styles.title} id="sign-in">
              {w.common.product}
            </h1>
            <p className="soft">{w.session.slogan}</p>
          </div>
        </div>
        <Door session={session} />
      </main>
      <footer className={styles.foot}>
        <span>
          {w.session.platform} <span className={styles.address}>{session.platform_url}</span>
        </span>
        <Button edge="end" onPress={() => change({ language: other })} size="small" tone="plain">
          {w.enums.language[other]}
        </Button>
      </footer>
    </div>
  );
}

function Door({ session }: { session: SessionState }) {
  const w = useWords();
  const { accounts } = session;
  const [known, setKnown] = useState(accounts[0]?.account ?? null);
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useAction("sign_in");
  const account = known ?? typed.trim();
  const { error, reset } = signIn;
  const wait = error?.code === "too_many_attempts" ? Number(error.params.seconds ?? 0) : 0;
  const ready = account !== "" && password !== "" && wait === 0;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!ready || signIn.isPending) return;
    signIn.mutate({ account, password }, {
        onError: ({ code }) => {
          if (code === "wrong_password") setPassword("");
        },
      });
  }

  function choose(next: string | null) {
    setKnown(next);
    setPassword("");
    reset();
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      {accounts.length > 0 && <AccountList accounts={accounts} chosen={known} onChoose={choose} />}
      {accounts.length > 0 && known !== null && (
        <button className={styles.otherAccount} onClick={() => choose(null)} type="button">
          <Icon of={UserRoundPlus} size={1} />
          {w.session.otherAccount}
        </button>
      )}
      {known === null && (
        <TextField
          autoComplete="username"
          autoFocus
          label={w.session.account}
          onChange={(next) => {
            setTyped(next);
            // The wait is that of the account that was tried.
            if (wait > 0) reset();
          }}
          placeholder={w.session.accountHint}
          value={typed}
        />
      )}
      <TextField
        autoComplete="current-password"
        autoFocus={known !== null}
        key={known ?? ""}
        label={w.session.password}
        onChange={setPassword}
        type="password"
        value={password}
      />
      {wait > 0 && <Wait key={signIn.submittedAt} onOver={reset} seconds={wait} />}
      {error && wait === 0 && (
        <Notice announce tone="red">
          {errorWords(w, error)}
        </Notice>
      )}
      <Button busy={signIn.isPending} isDisabled={!ready} size="large" tone="primary" type="submit">
        {signIn.isPending ? w.session.signingIn : w.session.signIn}
      </Button>
      <p className={styles.hint}>
        {known === null ? w.session.firstTime : w.session.offlineKnown}
      </p>
    </form>
  );
}
