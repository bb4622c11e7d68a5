import { useNavigate, useSearch } from "@tanstack/react-router";

import { Register } from "@/features/register";
import type { Me } from "@/generated/types";
import { useWords } from "@/i18n";
import { toast } from "@/ui";

import { servesCitizens } from "./servesCitizens";

/** Opens the registration above any page when the address asks for it. */
export function RegisterGate({ me }: { me: Me }) {
  const { register } = useSearch({ strict: false });
  const navigate = useNavigate();
  const words = useWords().register.similar;
  if (!register || !servesCitizens(me.staff.role)) return null;
  const close = () =>
    void navigate({ to: ".", search: (now) => ({ ...now, register: undefined }), replace: true });
  const open = (ticket: string) =>
    void navigate({ to: "/tickets/$ticket", params: { ticket }, search: {} });
  const again = () =>
    void navigate({ to: ".", search: (now) => ({ ...now, register: "new" }) });
  return (
    <Register
      matter={register === "new" ? null : register}
      onClose={close}
      onOpen={(ticket) => {
        open(ticket);
        toast("blue", words.kept, { label: words.backToForm, run: again });
      }}
      onRegistered={open}
    />
  );
}
