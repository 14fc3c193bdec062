import type { PublicKey } from "../certificates/public-key";
import { readSshKey } from "../certificates/ssh-key";
import { View } from "../provider/view";

/** A keypair, whose public key VMs take in. */
export class Keypair extends View<"outscale:index/keypair:Keypair"> {
  static readonly types = ["outscale:index/keypair:Keypair"] as const;

  /** Whether the client made it: else Outscale does, and the private key comes back into the state. */
  isOwn(): boolean {
    return this.sets("publicKey");
  }

  /**
   * The client's own key; `undefined` for text that is none.
   * @throws {UnknownValue} when it is not known
   */
  key(): PublicKey | undefined {
    return readSshKey(this.written.publicKey ?? "");
  }
}
