# ruby banso_token.rb USER [COMPANY]
require "json"
require "openssl"

def encoded(value)
  [value].pack("m0").tr("+/", "-_").delete("=")
end

# Signs who a person is, for an hour.
def banso_token(user_id, account_id = nil)
  now = Time.now.to_i
  claims = {
    sub: user_id.to_s,
    aud: ENV.fetch("BANSO_WORKSPACE"),
    iat: now,
    exp: now + 3600
  }
  claims[:account] = account_id.to_s if account_id
  header = { alg: "HS256", typ: "JWT" }
  signed = "#{encoded(header.to_json)}.#{encoded(claims.to_json)}"
  signature = OpenSSL::HMAC.digest("SHA256", ENV.fetch("BANSO_IDENTITY_SECRET"), signed)
  "#{signed}.#{encoded(signature)}"
end

puts banso_token(*ARGV.map { |argument| argument.dup.force_encoding("UTF-8") }) if $PROGRAM_NAME == __FILE__
