/** Where the provider sends a browser back to with a code. The client of the pages knows this address, and no other. */
export const callBackUrl = ({ apiUrl }: { apiUrl: string }): string => `${apiUrl}session/call-back`;

/** Page to which the provider sends a browser that is signed out there, too. The client of the pages knows it. */
export const signedOutUrl = ({ apiUrl }: { apiUrl: string }): string => `${apiUrl}session/signed-out`;
