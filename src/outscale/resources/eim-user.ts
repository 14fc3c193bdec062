import { references } from "../../stack";
import { View } from "../provider/view";
import { selectElements } from "./eim-elements";

/** A user of the account, in EIM. */
export class EimUser extends View<"outscale:index/user:User"> {
  static readonly types = ["outscale:index/user:User"] as const;
}

/** A group of users: what it is given, each of them has. */
export class EimUserGroup extends View<"outscale:index/userGroup:UserGroup"> {
  static readonly types = ["outscale:index/userGroup:UserGroup"] as const;

  /** Those of the stack's users that are certainly in it. */
  users(): EimUser[] {
    const named = selectElements(this.resource, "users", "userName");
    const found = references(this.system, named, { path: "userName", types: EimUser.types, by: "userName" });
    return found.flatMap((target) => ("resource" in target ? [this.system.view(target.resource, EimUser)] : []));
  }
}
