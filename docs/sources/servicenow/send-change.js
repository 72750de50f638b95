/*
 * Script action "Holdfast: send a change" for the event holdfast.incident.changed, which is in the event registry. It runs apart from whoever saved
 * the incident.
 *
 * System properties (type "password2" for the secret, readable by admin alone):
 *
 *     holdfast.webhook.url       the output ServicenowAcmeWebhookUrl of the stack, with the name of your instance
 *     holdfast.webhook.secret    the value of "secret" in <stack>/servicenow-acme-webhook
 *
 * In a scoped application write CertificateEncryption for GlideCertificateEncryption, and gs.base64Encode for GlideStringUtil.base64Encode.
 */
(function sendChange() {
  var TRIES = 5;
  var url = gs.getProperty('holdfast.webhook.url');
  var secret = gs.getProperty('holdfast.webhook.secret');
  if (!url || !secret) {
    gs.error('Holdfast: holdfast.webhook.url and holdfast.webhook.secret are not set; a change is not sent');
    return;
  }

  var change = JSON.parse(String(event.parm1));
  var more = JSON.parse(String(event.parm2));
  var attempt = more[0];

  function cell(field) {
    if (!current.isValidRecord() || !current.isValidField(field)) return undefined;
    return { value: String(current.getValue(field) || ''), name: String(current[field].getDisplayValue() || '') };
  }

  var message = {
    source: 'servicenow',
    instance: gs.getProperty('instance_name') + '.service-now.com',
    table: String(event.table),
    sys_id: String(event.instance),
    number: change[0],
    state: { from: change[1], from_name: change[2], to: change[3], to_name: change[4] },
    sys_mod_count: more[1],
    sys_updated_on: more[2],
    close_code_before: { value: more[3], name: more[4] },
    close_code: { value: more[5], name: more[6] },
    category: cell('category'),
    assignment_group: cell('assignment_group')
  };
  // Without a character beyond ASCII, the bytes that are signed are those that are sent, whatever the encodings.
  var body = JSON.stringify(message).replace(/[\u007f-\uffff]/g, function (unit) {
    return '\\u' + ('000' + unit.charCodeAt(0).toString(16)).slice(-4);
  });
  // Signed anew for each attempt: what is older than five minutes is not taken in.
  var sentAt = String(Math.floor(new GlideDateTime().getNumericValue() / 1000));
  var key = GlideStringUtil.base64Encode(secret);
  var signature = new GlideCertificateEncryption().generateMac(key, 'HmacSHA256', sentAt + '.' + body);

  var status = 0;
  var request = new sn_ws.RESTMessageV2();
  try {
    request.setEndpoint(url);
    request.setHttpMethod('post');
    request.setHttpTimeout(10000);
    request.setRequestHeader('Content-Type', 'application/json');
    request.setRequestHeader('X-Holdfast-Timestamp', sentAt);
    request.setRequestHeader('X-Holdfast-Signature', String(signature));
    request.setRequestBody(body);
    status = request.execute().getStatusCode();
  } catch (error) {
    gs.warn('Holdfast: no answer for ' + change[0] + ': ' + error);
  }
  if (status >= 200 && status < 300) return;
  if (attempt + 1 >= TRIES) {
    gs.error(
      'Holdfast: a change of ' + change[0] + ' is not sent, status ' + status + '; the sweep of Holdfast finds it'
    );
    return;
  }
  // ServiceNow does not repeat a request: after 1, 2, 4 and 8 minutes.
  var later = new GlideDateTime();
  later.addSeconds(60 * Math.pow(2, attempt));
  more[0] = attempt + 1;
  gs.eventQueueScheduled('holdfast.incident.changed', current, String(event.parm1), JSON.stringify(more), later);
})();
