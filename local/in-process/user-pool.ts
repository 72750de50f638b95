import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type GenerateKeyPairResult, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { type StackTemplate, Text } from '../aws-model/stack-template.ts';
import type { LocalPerson } from '../local-people.ts';
import { grantOf } from './issuer-tokens.ts';
import { type HttpAnswer, type HttpRequest, loopbackServer } from './loopback-server.ts';

const Client = z.object({
  CallbackURLs: z.array(Text).default([]),
  LogoutURLs: z.array(Text).default([]),
  AllowedOAuthFlows: z.array(z.string()).default([]),
  AllowedOAuthScopes: z.array(Text).default([]),
});
type Client = z.infer<typeof Client>;

const Authorizer = z.object({ JwtConfiguration: z.object({ Issuer: Text }) });

/** What a browser is sent to the sign-in page with. PKCE is asked for here, of everybody: Cognito takes those without. */
const Asked = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.string(),
  state: z.string(),
  nonce: z.string().optional(),
  code_challenge: z.string().min(43),
  code_challenge_method: z.literal('S256'),
});
type Asked = z.infer<typeof Asked>;

/** Seconds that a token is said to be good for. */
const SECONDS = 900;

type PoolState = {
  keys: GenerateKeyPairResult;
  people: Map<string, { person: LocalPerson; password: string }>;
  codes: Map<string, { asked: Asked; email: string }>;
  refreshTokens: Map<string, { clientId: string; email: string }>;
  secrets: Map<string, string>;
  clients: Map<string, Client>;
  issuer: string;
};

/**
 * The user pool in this process: its sign-in page, its token endpoint, and tokens with a signature. People come in by authorization code with PKCE,
 * programs by their credentials, as the clients of the template allow; there is no other way to a token.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export async function startUserPool() {
  const pool: PoolState = {
    keys: await generateKeyPair('RS256'),
    people: new Map(),
    codes: new Map(),
    refreshTokens: new Map(),
    secrets: new Map(),
    clients: new Map(),
    issuer: '',
  };
  const server = await loopbackServer((request) => answer(pool, request));
  return {
    /** Address of the sign-in pages. */
    url: server.url,
    close: server.close,
    tokenUrl: `${server.url}/oauth2/token`,
    /** Makes it the pool of a stack: its clients, and the issuer that its authorizers name. */
    belongTo(template: StackTemplate): void {
      pool.clients = template.resources('AWS::Cognito::UserPoolClient', Client);
      const [authorizer] = template.resources('AWS::ApiGatewayV2::Authorizer', Authorizer).values();
      pool.issuer = authorizer?.JwtConfiguration.Issuer ?? '';
    },
    secretOf: (clientId: string) => secretOf(pool, clientId),
    /** Puts a person into it. @returns their password, the same each time */
    letIn(person: LocalPerson): string {
      const password = pool.people.get(person.email)?.password ?? randomBytes(18).toString('base64url');
      pool.people.set(person.email, { person, password });
      return password;
    },
    /** What stands behind a token of the pool; undefined for any other. */
    async grantOf(authorization: string | undefined) {
      const token = authorization?.replace(/^Bearer /i, '') ?? '';
      const options = { issuer: pool.issuer, algorithms: ['RS256'] };
      const verified = await jwtVerify(token, pool.keys.publicKey, options).catch(() => undefined);
      return verified && grantOf(verified.payload);
    },
  };
}

function answer(pool: PoolState, { method, url, headers, body }: HttpRequest): HttpAnswer | Promise<HttpAnswer> {
  const form = Object.fromEntries(new URLSearchParams(method === 'POST' ? body.toString() : url.search));
  switch (`${method} ${url.pathname}`) {
    case 'GET /oauth2/authorize':
      return signInPage(pool, form, '');
    case 'POST /login':
      return signedIn(pool, form);
    case 'POST /oauth2/token':
      return tokens(pool, form, headers.authorization);
    case 'POST /oauth2/revoke':
      pool.refreshTokens.delete(form.token ?? '');
      return { status: 200 };
    case 'GET /logout':
      return signedOut(pool, form);
    default:
      return { status: 404 };
  }
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html */
function signedOut({ clients }: PoolState, { client_id = '', logout_uri = '' }: Record<string, string>): HttpAnswer {
  const isOurs = clients.get(client_id)?.LogoutURLs.includes(logout_uri) === true;
  return isOurs ? { status: 302, headers: { location: logout_uri } } : page(400, '<p>No way back of our clients.</p>');
}

function isKnown({ clients }: PoolState, { client_id, redirect_uri }: Asked): boolean {
  const client = clients.get(client_id);
  return client?.AllowedOAuthFlows.includes('code') === true && client.CallbackURLs.includes(redirect_uri);
}

function signInPage(pool: PoolState, form: Record<string, string>, problem: string): HttpAnswer {
  const asked = Asked.safeParse(form);
  if (!asked.success || !isKnown(pool, asked.data)) return page(400, '<p>No sign-in of one of our clients.</p>');
  const hidden = Object.entries(form)
    .filter(([name]) => name in Asked.shape)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`);
  const told = problem === '' ? '' : `<div class="error">${problem}</div>`;
  const fields = '<input name="username"><input name="password" type="password"><button>Sign in</button>';
  return page(200, `<form method="POST" action="/login">${told}${hidden.join('')}${fields}</form>`);
}

function signedIn(pool: PoolState, { username = '', password = '', ...form }: Record<string, string>): HttpAnswer {
  const asked = Asked.safeParse(form);
  if (!asked.success || !isKnown(pool, asked.data) || pool.people.get(username)?.password !== password) {
    return signInPage(pool, form, 'Incorrect username or password.');
  }
  const code = randomUUID();
  pool.codes.set(code, { asked: asked.data, email: username });
  const back = new URL(asked.data.redirect_uri);
  back.searchParams.set('code', code);
  back.searchParams.set('state', asked.data.state);
  return { status: 302, headers: { location: back.href } };
}

async function tokens(
  pool: PoolState,
  form: Record<string, string>,
  authorization: string | undefined,
): Promise<HttpAnswer> {
  const { grant_type, code = '', refresh_token = '', client_id = '', redirect_uri, code_verifier = '' } = form;
  if (grant_type === 'client_credentials') return programTokens(pool, form, authorization);
  if (grant_type === 'refresh_token') {
    const kept = pool.refreshTokens.get(refresh_token);
    return kept?.clientId === client_id ? json(await idTokens(pool, kept)) : refused('invalid_grant');
  }
  const given = pool.codes.get(code);
  // Good for one try, whatever comes of it.
  pool.codes.delete(code);
  const isTheirs =
    grant_type === 'authorization_code' &&
    given?.asked.client_id === client_id &&
    given.asked.redirect_uri === redirect_uri &&
    given.asked.code_challenge === createHash('sha256').update(code_verifier).digest('base64url');
  if (!isTheirs) return refused('invalid_grant');
  const session = { clientId: client_id, email: given.email };
  const token = randomBytes(32).toString('base64url');
  pool.refreshTokens.set(token, session);
  return json({ ...(await idTokens(pool, session, given.asked.nonce)), refresh_token: token });
}

async function idTokens(pool: PoolState, { clientId, email }: { clientId: string; email: string }, nonce?: string) {
  const { name = '', role, jiraAccountId } = pool.people.get(email)?.person ?? {};
  const claims = {
    token_use: 'id',
    email,
    email_verified: true,
    name,
    'cognito:groups': [role],
    ...(jiraAccountId === undefined ? {} : { 'custom:jira_account_id': jiraAccountId }),
    ...(nonce === undefined ? {} : { nonce }),
  };
  // The same person, however often they sign in.
  const token = jwt(pool, claims).setSubject(email).setAudience(clientId);
  const id_token = await token.sign(pool.keys.privateKey);
  return { id_token, access_token: randomUUID(), token_type: 'Bearer', expires_in: SECONDS };
}

async function programTokens(
  pool: PoolState,
  { scope = '' }: Record<string, string>,
  authorization = '',
): Promise<HttpAnswer> {
  const [id = '', secret] = Buffer.from(authorization.replace(/^Basic /i, ''), 'base64')
    .toString()
    .split(':');
  const { AllowedOAuthFlows = [], AllowedOAuthScopes = [] } = pool.clients.get(id) ?? {};
  const isKnownScope = scope.split(' ').every((one) => AllowedOAuthScopes.some((other) => isScope(one, other)));
  if (!AllowedOAuthFlows.includes('client_credentials') || secret !== secretOf(pool, id) || !isKnownScope) {
    return refused('invalid_client');
  }
  const token = jwt(pool, { token_use: 'access', client_id: id, scope }).setSubject(id);
  const access_token = await token.sign(pool.keys.privateKey);
  return json({ access_token, token_type: 'Bearer', expires_in: SECONDS });
}

/** In the template the resource server goes by its logical id. */
const isScope = (asked: string, allowed: string): boolean => asked.split('/').at(-1) === allowed.split('/').at(-1);

const jwt = ({ issuer }: PoolState, claims: Record<string, unknown>) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).setIssuer(issuer).setIssuedAt().setExpirationTime('1h');

function secretOf({ secrets }: PoolState, clientId: string): string {
  const secret = secrets.get(clientId) ?? randomBytes(24).toString('hex');
  secrets.set(clientId, secret);
  return secret;
}

const json = (body: object): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const refused = (error: string): HttpAnswer => ({ ...json({ error }), status: 400 });

const page = (status: number, body: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html><meta charset="utf-8"><title>Sign in</title>${body}`,
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
