#!/bin/sh
# publish-template.sh VERSION FOLDER: publishes the template of a release, unpacked in FOLDER, to S3, so that it can be deployed by its URL:
#
#   s3://BUCKET/feedback/VERSION/template.yaml   the template; the functions' package lies beside it
#   s3://BUCKET/feedback/VERSION/docs/...        the templates for other accounts, keys and alarms
#
# TEMPLATE_BUCKETS has a bucket for each Region, such as "eu-west-1=feedback-eu us-east-1=feedback-us": Lambda takes a package only from a
# bucket of its own Region. Without it, nothing is published. A version that is there already is left as it is.
set -eu
version=$1
folder=$2

if [ -z "${TEMPLATE_BUCKETS:-}" ]; then
  echo "publish-template: skipped, since TEMPLATE_BUCKETS names no bucket (CONTRIBUTING.md, Releasing)"
  exit 0
fi

for pair in $TEMPLATE_BUCKETS; do
  region=${pair%%=*}
  bucket=${pair#*=}
  if [ -z "$region" ] || [ -z "$bucket" ] || [ "$region" = "$pair" ]; then
    echo "publish-template: '$pair' in TEMPLATE_BUCKETS is no REGION=BUCKET" >&2
    exit 1
  fi
done

for pair in $TEMPLATE_BUCKETS; do
  region=${pair%%=*}
  bucket=${pair#*=}
  prefix=feedback/$version
  there=$(aws s3api list-objects-v2 --region "$region" --bucket "$bucket" --prefix "$prefix/template.yaml" --query 'length(Contents || `[]`)' --output text)
  if [ "$there" != 0 ]; then
    echo "publish-template: s3://$bucket/$prefix/template.yaml is there already; a version is never replaced"
    continue
  fi

  sam package --region "$region" --template-file "$folder/template.yaml" --s3-bucket "$bucket" --s3-prefix "$prefix" \
    --output-template-file "$folder/packaged.yaml" >&2
  aws s3 cp --region "$region" --recursive --only-show-errors "$folder/docs" "s3://$bucket/$prefix/docs"
  # Last, so that a template that can be found has all that it needs.
  aws s3 cp --region "$region" --only-show-errors "$folder/packaged.yaml" "s3://$bucket/$prefix/template.yaml"
  echo "https://$bucket.s3.$region.amazonaws.com/$prefix/template.yaml"
done
