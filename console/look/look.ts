import './layers.css';
import './tokens.css';
import './base.css';
import './shell.css';
import './parts.css';
import './marks.css';
import './print.css';
