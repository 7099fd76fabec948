/** Of a problem: the kernel counts the occupants of a slot in 16 bits. */
export const mostEvents = 65_000;
