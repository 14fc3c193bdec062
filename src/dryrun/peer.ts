import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import type { Socket } from "node:net";
import { endianness } from "node:os";

/**
 * Whether this system tells which process holds a connection over the loopback. Linux does in `/proc`; elsewhere any
 * process of the machine may connect: see SECURITY.md.
 * @param port that this process listens on
 */
export function tellsPeers(port: number): boolean {
  const inode = findInode(`${LOOPBACK}:${hex(port)} 0+:0000`);
  return inode !== undefined && holds(process.pid, inode);
}

/** Whether one of these processes holds the other end of a connection over the loopback. */
export function isHeldBy({ localPort = 0, remotePort = 0 }: Socket, pids: Iterable<number>): boolean {
  const inode = findInode(`${LOOPBACK}:${hex(remotePort)} ${MAPPED}${LOOPBACK}:${hex(localPort)}`);
  if (inode === undefined) return false;
  for (const pid of pids) if (holds(pid, inode)) return true;
  return false;
}

const LOOPBACK = endianness() === "LE" ? "0100007F" : "7F000001";
// An IPv4 address as a socket of IPv6 has it: gRPC's for Python opens one for both.
const MAPPED = "(?:0{16}(?:FFFF0000|0000FFFF))?";
// The list is read in parts: what opens and closes meanwhile may hide a line.
const TRIES = 3;

function findInode(ends: string): string | undefined {
  const line = new RegExp(String.raw`^ *\d+: ${MAPPED}${ends}(?: +\S+){6} +(\d+) `, "m");
  for (let left = TRIES; left > 0; left--) {
    for (const list of ["/proc/self/net/tcp", "/proc/self/net/tcp6"]) {
      const inode = line.exec(read(list))?.[1];
      if (inode !== undefined) return inode;
    }
  }
  return undefined;
}

function read(list: string): string {
  try {
    return readFileSync(list, "latin1");
  } catch {
    return "";
  }
}

function holds(pid: number, inode: string): boolean {
  const folder = `/proc/${String(pid)}/fd`;
  try {
    return readdirSync(folder).some((name) => linkOf(`${folder}/${name}`) === `socket:[${inode}]`);
  } catch {
    // It has ended, or is another user's.
    return false;
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // Closed meanwhile.
    return "";
  }
}

function hex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, "0");
}
