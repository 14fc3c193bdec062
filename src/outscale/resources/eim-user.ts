import { references, some, type Target } from "../../stack";
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
    return this.#targets().flatMap((target) =>
      "resource" in target ? [this.system.view(target.resource, EimUser)] : [],
    );
  }

  /**
   * Whether a user is in it.
   * @throws {UnknownValue} when that is not known
   */
  has(user: EimUser): boolean {
    return some(this.#targets(), (target) => {
      if ("resource" in target) return target.resource === user.resource;
      if ("unknown" in target && target.unknown.mayLeadTo(user.resource)) throw target.unknown;
      return false;
    });
  }

  #targets(): Target[] {
    return this.system.memo("users of the group", this.resource, () => {
      const named = selectElements(this.resource, "users", "userName");
      return references(this.system, named, { path: "userName", types: EimUser.types, by: "userName" });
    });
  }
}
