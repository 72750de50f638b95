/*
 * Business rule "Holdfast: an incident changed". One for each table of the configuration: incident, sn_si_incident.
 *
 *     When: after    Insert: yes    Update: yes    Advanced: yes
 *
 * It runs in the transaction of whoever saves the incident, since only there the state before is known, and does nothing but put an event
 * into the queue. The script action sends it: send-change.js.
 */
(function executeRule(current, previous) {
  var isNew = current.operation() === 'insert';
  if (!isNew && !current.state.changes() && !current.close_code.changes()) return;

  function cell(record, field) {
    return [String(record.getValue(field) || ''), String(record[field].getDisplayValue() || '')];
  }

  // A parameter of an event holds 255 characters.
  var change = [String(current.getValue('number'))].concat(
    isNew ? ['', ''] : cell(previous, 'state'),
    cell(current, 'state')
  );
  var more = [0, String(current.getValue('sys_mod_count')), String(current.getValue('sys_updated_on'))].concat(
    isNew ? ['', ''] : cell(previous, 'close_code'),
    cell(current, 'close_code')
  );
  gs.eventQueue('holdfast.incident.changed', current, JSON.stringify(change), JSON.stringify(more));
})(current, previous);
