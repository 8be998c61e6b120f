# python3 banso_token.py USER [COMPANY]
import base64
import hashlib
import hmac
import json
import os
import sys
import time


def encoded(value):
    return base64.urlsafe_b64encode(value).rstrip(b"=")


def banso_token(user_id, account_id=None):
    """Signs who a person is, for an hour."""
    now = int(time.time())
    claims = {
        "sub": str(user_id),
        "aud": os.environ["BANSO_WORKSPACE"],
        "iat": now,
        "exp": now + 3600,
    }
    if account_id:
        claims["account"] = str(account_id)
    header = json.dumps({"alg": "HS256", "typ": "JWT"}).encode()
    signed = encoded(header) + b"." + encoded(json.dumps(claims).encode())
    secret = os.environ["BANSO_IDENTITY_SECRET"].encode()
    signature = hmac.new(secret, signed, hashlib.sha256).digest()
    return (signed + b"." + encoded(signature)).decode()


if __name__ == "__main__":
    print(banso_token(*sys.argv[1:]))
