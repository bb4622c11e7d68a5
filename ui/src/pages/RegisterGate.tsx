import { useNavigate, useSearch } from "@tanstack/react-router";

import { Register } from "@/features/register";
import type { Me } from "@/generated/types";

import { servesCitizens } from "./servesCitizens";

/** Opens the registration above any page when the address asks for it. */
export function RegisterGate({ me }: { me: Me }) {
  const { register } = useSearch({ strict: false });
  const navigate = useNavigate();
  if (!register || !servesCitizens(me.staff.role)) return null;
  const close = () =>
    void navigate({ to: ".", search: (now) => ({ ...now, register: undefined }), replace: true });
  return (
    <Register
      matter={register === "new" ? null : register}
      onClose={close}
      onRegistered={(ticket) => void navigate({ to: "/tickets/$ticket", params: { ticket } })}
    />
  );
}
