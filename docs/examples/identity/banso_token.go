// go run banso_token.go USER [COMPANY]
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"time"
)

// bansoToken signs who a person is, for an hour. An empty accountID is no company.
func bansoToken(userID, accountID string) (string, error) {
	now := time.Now().Unix()
	claims := map[string]any{
		"sub": userID,
		"aud": os.Getenv("BANSO_WORKSPACE"),
		"iat": now,
		"exp": now + 3600,
	}
	if accountID != "" {
		claims["account"] = accountID
	}
	payload, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	encode := base64.RawURLEncoding.EncodeToString
	signed := encode([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + encode(payload)
	mac := hmac.New(sha256.New, []byte(os.Getenv("BANSO_IDENTITY_SECRET")))
	mac.Write([]byte(signed))
	return signed + "." + encode(mac.Sum(nil)), nil
}

func main() {
	account := ""
	if len(os.Args) > 2 {
		account = os.Args[2]
	}
	token, err := bansoToken(os.Args[1], account)
	if err != nil {
		panic(err)
	}
	fmt.Println(token)
}
