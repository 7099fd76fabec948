/** Part of the contract between kernel and host, see abi.ts: whose events a resource has. */

/**
 * The list of RESOURCE_FIRST_PROFILE, which sets of events have as well: nobody clashes in a set, so what follows clashes
 * passes sets by, but rules on their days and weeks need to know who belongs to them.
 */
export const RESOURCE_FIRST_MEMBER = 56;
export const RESOURCE_MEMBER_COUNT = 60;
