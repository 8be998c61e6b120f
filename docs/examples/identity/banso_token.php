<?php
// php banso_token.php USER [COMPANY]

function encoded(string $value): string
{
    return rtrim(strtr(base64_encode($value), '+/', '-_'), '=');
}

/** Signs who a person is, for an hour. */
function banso_token(string $userId, ?string $accountId = null): string
{
    $now = time();
    $claims = [
        'sub' => $userId,
        'aud' => getenv('BANSO_WORKSPACE'),
        'iat' => $now,
        'exp' => $now + 3600,
    ];
    if ($accountId !== null) {
        $claims['account'] = $accountId;
    }
    $header = ['alg' => 'HS256', 'typ' => 'JWT'];
    $signed = encoded(json_encode($header)) . '.' . encoded(json_encode($claims, JSON_THROW_ON_ERROR));
    $signature = hash_hmac('sha256', $signed, getenv('BANSO_IDENTITY_SECRET'), true);
    return $signed . '.' . encoded($signature);
}

echo banso_token(...array_slice($argv, 1)), "\n";
