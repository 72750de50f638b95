/** The bundler takes styles out of the modules that name them. */
declare module '*.css';
